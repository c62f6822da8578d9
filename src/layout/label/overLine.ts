// Words on both sides of the line of a host that has promised more than it has: most lessons have no such line.
import { memoryPieces } from '../gauge/memoryGauge';
import { overlaps, type Rect } from '../rect';
import { roomBytes } from '../stage/claim';
import type { LabelScene } from '../stage/scene';
import { lineOf, type LinePart } from '../stage/topLine';
import type { Board } from './board';
import type { HostToLabel } from './labelHost';
import { noteIn } from './notes';
import { freeBytes } from './telling';

/**
 * On both sides of the line, where nothing is written. It is said of all that stands there, and no wall goes through the
 * words. `jut` is what stands above the line.
 */
export function overLine(
  { host, entity, boxes, view, words, style }: HostToLabel,
  board: Board,
  jut: Rect,
): (LabelScene | null)[] {
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
