// Tabs that hang below thin floors: in a thicker floor underneath, or in the foundation below the ground line.
import { bottom, centre, right, type Point, type Rect } from '../rect';
import type { LabelScene } from '../stage/scene';
import { trialOn, uprightStrip, type Board } from './board';
import { briefer, plateWidth, tabBlock, tabHeight, tabLabel, type TabWish } from './tab';

/** Between two tabs, and from a band's edge, px. */
const gap = 4;

/** From the band's upper edge to a tab whose floor is not right above it: room for the comb of its leaders. */
const drop = 5;

/** From the side of a box to a line that leads to it, px. */
const inset = 2;

/** A box so thin is a line itself: none leads to it, px. */
export const thinnest = 2 * inset;

/** A strip that tabs hang in, in rows from its upper edge. */
export interface Band {
  readonly rect: Rect;
  readonly rows: number;
}

/** Height of a band with this many rows of tabs. */
export const bandHeight = (rows: number, size: number): number => rows * (tabHeight(size) + drop + 2);

interface Hung {
  readonly label: LabelScene;
  readonly strips: readonly Rect[];
  readonly wish: TabWish;
  readonly row: number;
}

const isWide = (wish: TabWish, band: Band) =>
  wish.boxes.length === 1 && (wish.boxes[0]?.drawn.width ?? 0) > band.rect.width * 0.75;

/** Left edges to try for a plate, the best first. */
function starts(wish: TabWish, band: Band, width: number): number[] {
  const first = band.rect.x + gap;
  const last = right(band.rect) - gap - width;
  if (last < first) return [];
  const middles = wish.boxes.map((box) => centre(box.drawn));
  const middle = middles.reduce((sum, x) => sum + x, 0) / middles.length - width / 2;
  const best = isWide(wish, band) ? first : Math.max(first, Math.min(middle, last));
  const steps = Array.from({ length: Math.ceil((last - first) / 6) + 1 }, (_, step) =>
    Math.min(last, first + step * 6),
  );
  return [best, ...steps.sort((a, b) => Math.abs(a - best) - Math.abs(b - best))];
}

/** Lines from the floors down to the plate: straight for one, a comb for several. */
function leadersTo(wish: TabWish, plate: Rect, band: Band, board: Board): Point[][] | null {
  const combY = band.rect.y + 2;
  const lines: Point[][] = [];
  for (const { drawn } of wish.boxes) {
    const one = wish.boxes.length === 1;
    const from = one ? Math.max(drawn.x + inset, plate.x + 5) : drawn.x + inset;
    const to = one ? Math.min(right(drawn) - inset, right(plate) - 5) : right(drawn) - inset;
    if (to < from) return null;
    const foot = one ? plate.y : combY;
    // What hangs right from the ground line may hide a part of the comb.
    const needed = one ? foot : band.rect.y - 2;
    const tries = Array.from(
      { length: 9 },
      (_, at) => (from + to) / 2 + ((at % 2 ? 1 : -1) * Math.ceil(at / 2) * (to - from)) / 9,
    );
    const x = tries.find((each) =>
      board.isFree(uprightStrip({ x: each, y: bottom(drawn) }, { x: each, y: needed })),
    );
    if (x === undefined) return null;
    lines.push([
      { x, y: bottom(drawn) },
      { x, y: foot },
    ]);
  }
  if (lines.length > 1) {
    const ends = lines.map((line) => line[0]?.x ?? 0);
    lines.push([
      { x: Math.min(...ends, centre(plate)), y: combY },
      { x: Math.max(...ends, centre(plate)), y: combY },
    ]);
    lines.push([
      { x: centre(plate), y: combY },
      { x: centre(plate), y: plate.y },
    ]);
  }
  return lines;
}

function hangOne(wish: TabWish, band: Band, board: Board, size: number, from: number): Hung | null {
  const height = tabHeight(size);
  const touches = wish.boxes.every((box) => Math.abs(bottom(box.exact) - band.rect.y) <= 1);
  for (const line of wish.oneLine.slice(0, 1)) {
    const block = tabBlock([line], size);
    const width = plateWidth(block);
    for (let row = from; row < band.rows; row += 1) {
      for (const x of starts(wish, band, width)) {
        const joins = touches && row === 0;
        const y = band.rect.y + row * (height + drop + 2);
        const plate = joins
          ? { x, y: y - 1, width, height: height + drop + 1 }
          : { x, y: y + drop, width, height };
        if (bottom(plate) > bottom(band.rect)) continue;
        if (!board.isFree({ ...plate, x: x - gap / 2, width: width + gap })) continue;
        const leaders = joins ? [] : leadersTo(wish, plate, band, board);
        const label = leaders && tabLabel(wish, block, { plate, joins: joins ? 'above' : null, leaders });
        if (label) return { label, strips: [plate, ...stripsOf(leaders, band)], wish, row };
      }
    }
  }
  return null;
}

/** What upright lines keep free. Those of a comb end at the band: a tab may hide the comb itself. */
function stripsOf(leaders: readonly (readonly Point[])[], band: Band): Rect[] {
  const isComb = leaders.length > 1;
  return leaders.flatMap(([from, to]) => {
    if (from === undefined || to === undefined || from.x !== to.x) return [];
    return [uprightStrip(from, isComb ? { x: to.x, y: Math.min(to.y, band.rect.y - 2) } : to)];
  });
}

/** Whether one of these floors stands on one of the others. */
export const standsOn = (upper: TabWish, lower: TabWish): boolean =>
  lower.boxes.some(({ id }) => upper.under?.includes(id) === true);

/**
 * Hung in the order that leaves all room: those of narrow floors first, or those of wide ones, which stand at the left;
 * but before both what stands on others, for it is named above them.
 */
function hangAll(wishes: readonly TabWish[], band: Band, board: Board, size: number): LabelScene[] | null {
  const wide = wishes.filter((wish) => isWide(wish, band));
  const narrow = wishes.filter((wish) => !isWide(wish, band));
  const above = (wish: TabWish) => wishes.filter((other) => standsOn(other, wish)).length;
  const all = (order: readonly TabWish[]) => {
    const sorted = order.toSorted((one, other) => above(one) - above(other));
    return hangInOrder(sorted, band, board, size);
  };
  return all([...narrow, ...wide]) ?? all([...wide, ...narrow]);
}

function hangInOrder(order: readonly TabWish[], band: Band, board: Board, size: number): LabelScene[] | null {
  const hung: Hung[] = [];
  const trial = trialOn(board);
  for (const wish of order) {
    const from = Math.max(0, ...hung.map((each) => (standsOn(each.wish, wish) ? each.row + 1 : 0)));
    const one = hangOne(wish, band, trial, size, from);
    if (one === null) return null;
    one.strips.forEach((strip) => trial.take(strip));
    hung.push(one);
  }
  hung.flatMap(({ strips }) => strips).forEach((strip) => board.take(strip));
  // What hangs right from the ground line is painted over the combs of others.
  return hung.map(({ label }) => label).sort((one, other) => other.leaders.length - one.leaders.length);
}

/** The least brevity below `most` that fits, where all that is briefer fits as well. */
function shortestNeeded(most: number, fits: (brevity: number) => boolean): number {
  let [low, high] = [0, most - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A digit, or the blank that stands for one while it runs. */
const digit = /[\d\uE000-\uF8FF]/g;

/**
 * Every tab hung into the band, those of narrow floors first, in words as long as leave room for all; null when
 * even the shortest do not.
 */
export function hangTabs(
  wishes: readonly TabWish[],
  band: Band,
  board: Board,
  size: number,
): LabelScene[] | null {
  const hang = (levels: readonly number[], on: Board) =>
    hangAll(
      wishes.map((wish, at) => briefer(wish, levels[at] ?? 0)),
      band,
      on,
      size,
    );
  const trial: Board = { isFree: (rect) => board.isFree(rect), take: () => undefined };
  const most = Math.max(1, ...wishes.map(({ oneLine }) => oneLine.length));
  const fits = (brevity: number) =>
    hang(
      wishes.map(() => brevity),
      trial,
    ) !== null;
  if (!fits(most - 1)) return null;
  const start = shortestNeeded(most, fits);
  let levels = wishes.map(() => start);
  const tellsState = ({ oneLine }: TabWish, level: number) =>
    oneLine[Math.min(level, oneLine.length - 1)]?.tellsState === true;
  // What says the same but for its figures says it in one form.
  const sayings = wishes.map(({ oneLine }) => JSON.stringify(oneLine).replace(digit, ''));
  const lengthen = (saying: string, longer: readonly number[]) => {
    const ways = longer.map((level) => levels.map((each, at) => (sayings[at] === saying ? level : each)));
    levels = ways.find((each) => hang(each, trial) !== null) ?? levels;
  };
  const ascending = Array.from({ length: most }, (_, level) => level);
  // How each is, in the fewest words, goes before the long name of another.
  const someTell = wishes.some((wish) => tellsState(wish, 0));
  const inTurn = wishes
    .map((wish, at) => ({ wish, at, saying: sayings[at]! }))
    .filter(({ at, saying }) => sayings.indexOf(saying) === at);
  if (someTell) {
    levels = wishes.map(() => most - 1);
    for (const { wish, saying } of inTurn) {
      if (tellsState(wish, most - 1)) continue;
      lengthen(saying, ascending.filter((level) => tellsState(wish, level)).reverse());
    }
  }
  // The widest floor is the first: it has room for its name when the others have had theirs.
  for (const { wish, at, saying } of someTell ? inTurn.reverse() : inTurn) {
    const now = levels[at]!;
    const told = tellsState(wish, now);
    lengthen(
      saying,
      ascending.filter((level) => level < now && tellsState(wish, level) === told),
    );
  }
  return hang(levels, board);
}
