// Labels under marks, none over another: each on one of a few rows, beside or under its mark; labels that find
// no room are gathered into one.
import type { Lengths } from '../stageWords';

/** One line of text in place. `left` and `right` are the room it takes; `x` is where it is anchored. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly left: number;
  readonly right: number;
}

/** Room between two labels of a row. */
const GAP = 10;
/** Room that the line from a mark to a label on a lower row keeps on both sides. */
const LINE = 3;

/** Something at `x` that wants a label. */
export interface Labelled<T> {
  readonly x: number;
  readonly item: T;
}

/** Neighbours with one label for all of them. */
export interface LabelGroup<T> {
  readonly items: readonly Labelled<T>[];
  /** Where the label belongs: the middle of its items. */
  readonly x: number;
  readonly row: number;
  readonly text: string;
  readonly anchor: PlacedText['anchor'];
  readonly left: number;
  readonly right: number;
}

/** How labels are written. */
export interface LabelRoom<T> {
  readonly left: number;
  readonly right: number;
  readonly rows: number;
  words(items: readonly T[]): Lengths;
  measure(text: string): number;
}

/** How many places are tried for one set of labels before neighbours share one. */
const MOST_TRIES = 600;

type Items<T> = readonly Labelled<T>[];

/** Labels for things in order of x. With too many of them, neighbours share one; a last one always remains. */
export function placeLabels<T>(labelled: Items<T>, room: LabelRoom<T>): LabelGroup<T>[] {
  const groups = labelled.map((one) => [one]);
  while (groups.length > 0) {
    // Whole texts first: a shorter one is taken only where the labels before it cannot make room.
    const whole = placeAll(groups, room, (lengths) => lengths.slice(0, 1));
    const tried = whole.placed === null ? placeAll(groups, room, (lengths) => lengths) : whole;
    if (tried.placed !== null) return tried.placed;
    if (groups.length === 1) return [lastResort(groups[0]!, room)];
    joinNeighbour(groups, tried.stuck);
  }
  return [];
}

const middleOf = (items: Items<unknown>) => (items[0]!.x + items.at(-1)!.x) / 2;

/** A place for each group, found by going back to the labels before one that finds none; or the group that is stuck. */
function placeAll<T>(
  groups: readonly Items<T>[],
  room: LabelRoom<T>,
  allowed: (lengths: Lengths) => Lengths,
): { placed: LabelGroup<T>[] | null; stuck: number } {
  const placed: LabelGroup<T>[] = [];
  const candidates = groups.map((items) => candidatesOf(items, room, allowed));
  let tries = 0;
  let stuck = 0;
  const placeFrom = (index: number): boolean => {
    if (index === groups.length) return true;
    stuck = Math.max(stuck, index);
    for (const candidate of candidates[index]!) {
      if (++tries > MOST_TRIES) return false;
      if (!isFree(candidate, placed)) continue;
      placed.push(candidate);
      if (placeFrom(index + 1)) return true;
      placed.pop();
    }
    return false;
  };
  return placeFrom(0) ? { placed, stuck } : { placed: null, stuck };
}

/** Every place that one label could have by itself, the best first. */
function candidatesOf<T>(
  items: Items<T>,
  room: LabelRoom<T>,
  allowed: (lengths: Lengths) => Lengths,
): LabelGroup<T>[] {
  const x = middleOf(items);
  return allowed(room.words(items.map(({ item }) => item))).flatMap((text) => {
    const width = room.measure(text);
    return Array.from({ length: room.rows }, (_, row) => row).flatMap((row) =>
      (['middle', 'start', 'end'] as const).flatMap((anchor): LabelGroup<T>[] => {
        const left = x - { start: 0, middle: width / 2, end: width }[anchor];
        const isInside = left >= room.left && left + width <= room.right;
        return isInside ? [{ items, x, row, text, anchor, left, right: left + width }] : [];
      }),
    );
  });
}

/** The only label there is, at the edge that is nearest. */
function lastResort<T>(items: Items<T>, room: LabelRoom<T>): LabelGroup<T> {
  const x = middleOf(items);
  const text = room.words(items.map(({ item }) => item)).at(-1) ?? '';
  const width = room.measure(text);
  const left = Math.max(room.left, Math.min(room.right - width, x - width / 2));
  return { items, x: left, row: 0, text, anchor: 'start', left, right: left + width };
}

function isFree(group: LabelGroup<unknown>, placed: readonly LabelGroup<unknown>[]): boolean {
  return placed.every((other) => {
    const meets = group.left < other.right + GAP && other.left < group.right + GAP;
    if (group.row === other.row) return !meets;
    const [upper, lower] = group.row < other.row ? [group, other] : [other, group];
    return lower.x < upper.left - LINE || lower.x > upper.right + LINE;
  });
}

/** Joins a group with its nearer neighbour, in place. */
function joinNeighbour<T>(groups: Labelled<T>[][], index: number): void {
  const gap = (left: number) =>
    left < 0 || left + 1 >= groups.length ? Infinity : groups[left + 1]![0]!.x - groups[left]!.at(-1)!.x;
  const first = gap(index - 1) <= gap(index) ? index - 1 : index;
  groups.splice(first, 2, [...groups[first]!, ...groups[first + 1]!]);
}
