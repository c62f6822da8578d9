// Notes on both sides of the line of a host that has promised more than it has.
import { underLimits } from '../gauge/memoryLimits';
import { overlaps, type Rect } from '../rect';
import { roomBytes } from '../stage/claim';
import type { LabelScene } from '../stage/scene';
import { jutOf, lineOf, type LinePart } from '../stage/topLine';
import type { Board } from './board';
import type { HostToLabel } from './labelHost';
import { noteIn } from './notes';
import { freeBytes } from './telling';

/**
 * On both sides of the line of a host that has promised more than it has, where nothing is written. It is said of all that
 * stands there, and no wall goes through the words.
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
  // Right above the line, where it has room.
  const above = [strip, Infinity].flatMap((most) =>
    line.filter(isBare).flatMap(({ x, width, y }) => {
      const height = Math.min(most, y - jut.y);
      return split({ x, width, y: y - height, height });
    }),
  );
  /** Under the line, on what nobody uses where there is such a place. */
  const rows = (part: LinePart) =>
    [0, 1, 2, 3].flatMap((row) => split({ ...part, y: part.y + row * strip, height: strip }));
  const isHollow = ({ y, used }: LinePart) => used - y >= strip;
  const below = [
    ...line.filter(isHollow).flatMap(({ x, width, y }) => split({ x, width, y, height: strip })),
    ...line.flatMap(rows),
  ];
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
