// Notes on both sides of the top line of a host that has promised more than it has.
import { underLimits } from '../gauge/memoryLimits';
import { bottom, type Rect } from '../rect';
import { roomBytes } from '../stage/claim';
import type { LabelScene } from '../stage/scene';
import { jutOf, unusedParts } from '../stage/topLine';
import type { Board } from './board';
import type { HostToLabel } from './labelHost';
import { noteIn } from './notes';
import { freeBytes } from './telling';

/**
 * On both sides of the top line of a host that has promised more than it has, where nothing is written. It is said of
 * all that stands there, and no wall goes through the words.
 */
export function lineNotes(
  { host, entity, boxes, view, words, style }: HostToLabel,
  board: Board,
): (LabelScene | null)[] {
  // Said there, what the host has free would be read as free for one container.
  underLimits(boxes, host, view, style.size * 2).forEach((rect) => board.take(rect));
  const jut = jutOf(host, boxes);
  if (jut === null) return [];
  const strip = style.size * 1.7;
  const inParts = (whole: Rect) =>
    [1, 2, 4, 8].flatMap((count) =>
      unusedParts(whole, boxes).flatMap((part) =>
        Array.from({ length: count }, (_, at) => ({
          ...part,
          x: part.x + (at * part.width) / count,
          width: part.width / count,
        })),
      ),
    );
  const above = inParts(jut);
  const below = inParts({ ...jut, y: bottom(jut), height: strip });
  const note = (key: string, places: readonly Rect[], texts: readonly string[]) =>
    texts.reduce<LabelScene | null>(
      (found, text) =>
        found ?? noteIn(`${key} ${host.id}`, 'reserved', host.id, places, [text], board, style),
      null,
    );
  return [
    note('all', below, words.allThereIs(roomBytes(entity), freeBytes(entity, view) ?? 0)),
    note('promised', above, words.promisedOnly()),
  ].map((each) => each && { ...each, ground: 'plate' });
}
