// Notes on memory that is only promised: at the line of a host that has promised more than it has, and in VMs where there
// is no such line yet.
import { underLimits } from '../gauge/memoryLimits';
import { bottom } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import { jutOf } from '../stage/topLine';
import { lineHeight } from '../text/measure';
import type { Board } from './board';
import type { HostToLabel } from './labelHost';
import { noteIn, unusedRects } from './notes';

/** What is said of memory that is only promised; nothing is said right under the limits of containers. */
export function lineNotes(scene: HostToLabel, board: Board): (LabelScene | null)[] {
  const { host, boxes, view, telling, style } = scene;
  // Said there, what the host has free would be read as free for one container.
  underLimits(boxes, host, view, style.size * 2).forEach((rect) => board.take(rect));
  const jut = jutOf(host, boxes);
  return jut === null ? [promisedNote(scene, board)] : (telling.late?.overLine?.(scene, board, jut) ?? []);
}

/** In the lines of a VM's type, what is kept under its name for what it gets. */
const kept = 3;

/** In a VM that is given memory as it touches it, what the rest of its room is. */
function promisedNote({ host, boxes, view, words, style }: HostToLabel, board: Board): LabelScene | null {
  const isPromised = ({ id }: BoxScene) =>
    view.isPromised(id) && view.get(id)?.tags.includes('holds-memory') === true;
  const rooms = unusedRects(boxes, isPromised);
  const texts = words.promisedUnused(rooms.length);
  const places = rooms.map(({ rect }) => {
    const y = rect.y + Math.min(rect.height, (1 + kept) * style.size * lineHeight);
    return { ...rect, y, height: bottom(rect) - y };
  });
  return noteIn(`promised ${host.id}`, 'reserved', host.id, places, texts, board, style);
}
