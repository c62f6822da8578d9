// Notes on memory that is only promised: on both sides of the line of a host that has promised more than it has, and in
// VMs where there is no such line yet.
import { underLimits } from '../gauge/memoryLimits';
import { memoryPieces } from '../gauge/memoryGauge';
import { bottom, overlaps, type Rect } from '../rect';
import { roomBytes } from '../stage/claim';
import type { BoxScene, LabelScene } from '../stage/scene';
import { jutOf, lineOf, type LinePart } from '../stage/topLine';
import { lineHeight } from '../text/measure';
import type { Board } from './board';
import type { HostToLabel } from './labelHost';
import { noteIn, unusedRects } from './notes';
import { freeBytes } from './telling';

/**
 * On both sides of the line of a host that has promised more than it has, where nothing is written. It is said of all that
 * stands there, and no wall goes through the words.
 */
export function lineNotes(scene: HostToLabel, board: Board): (LabelScene | null)[] {
  const { host, entity, boxes, view, words, style } = scene;
  // Said there, what the host has free would be read as free for one container.
  underLimits(boxes, host, view, style.size * 2).forEach((rect) => board.take(rect));
  const jut = jutOf(host, boxes);
  if (jut === null) return [promisedNote(scene, board)];
  // What is swapped out or in a balloon is told there by its VM: nobody has only promised it.
  for (const { id, build, exact } of boxes) {
    const vm = build === 'room' ? view.get(id) : undefined;
    const pieces = vm
      ? memoryPieces(vm, exact).filter(({ kind }) => kind === 'swapped' || kind === 'balloon')
      : [];
    for (const { rect } of pieces) board.take({ ...rect, height: rect.height - 1 });
  }
  const strip = style.size * 1.7;
  const line = lineOf(host, boxes);
  const split = (place: Rect) =>
    [1, 2, 4, 8].flatMap((count) =>
      Array.from({ length: count }, (_, at) => ({
        ...place,
        x: place.x + (at * place.width) / count,
        width: place.width / count,
      })),
    );
  // A floor above the line is swapped out: it is told so itself.
  const isBare = ({ x, width, y }: LinePart) =>
    !boxes.some(
      ({ build, exact }) =>
        build === 'floor' && overlaps(exact, { x, width, y: jut.y, height: y - jut.y - 1 }),
    );
  const bare = line.filter(isBare).sort((one, other) => Math.round(other.width - one.width));
  /** Right above the line, where it has room: so high at most. */
  const above = (heights: readonly number[], beside = 0) =>
    heights.flatMap((most) =>
      bare.flatMap(({ x, width, y }) => {
        const height = Math.min(most, y - jut.y);
        return split({ x: x + beside, width: width - 2 * beside, y: y - height, height });
      }),
    );
  /** Under the line, so many rows down, on what nobody uses. */
  const below = (rows: readonly number[]) =>
    line.flatMap(({ x, width, y, used }) =>
      rows
        .filter((row) => used - y >= (row + 1) * strip)
        .flatMap((row) => split({ x, width, y: y + row * strip, height: strip })),
    );
  const rows = (rows: readonly number[]) =>
    line.flatMap((part) => rows.flatMap((row) => split({ ...part, y: part.y + row * strip, height: strip })));
  const note = (key: string, places: readonly Rect[], texts: readonly string[]) =>
    texts.reduce<LabelScene | null>(
      (found, text) =>
        found ?? noteIn(`${key} ${host.id}`, 'reserved', host.id, places, [text], board, style),
      null,
    );
  const [bytes, free] = [roomBytes(entity), freeBytes(entity, view) ?? 0];
  const under = words.underLine(bytes);
  return [
    note('all', below([0]), words.allThereIs(bytes, free)) ??
      // On what is in use words would hide what that is. Beside them a line finds its way down to that.
      note('all', above([strip, 2 * strip, 3 * strip], style.size), under) ??
      note('all', below([1, 2, 3, 4, 5, 6, 7]), under) ??
      note('all', rows([0]), words.allThereIs(bytes, free)) ??
      note('all', rows([1, 2, 3]), under),
    note('promised', above([strip, 2 * strip, 3 * strip, Infinity]), words.promisedOnly()),
  ].map((each) => each && { ...each, ground: 'plate' });
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
