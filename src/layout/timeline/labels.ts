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

/** Labels for things in order of x. With too many of them, neighbours share one; a last one always remains. */
export function placeLabels<T>(labelled: readonly Labelled<T>[], room: LabelRoom<T>): LabelGroup<T>[] {
  const groups = labelled.map((one) => [one]);
  const placed: LabelGroup<T>[] = [];
  while (placed.length < groups.length) {
    const items = groups[placed.length]!;
    const group = placeOne(items, placed, room) ?? (groups.length === 1 ? lastResort(items, room) : null);
    if (group !== null) placed.push(group);
    else placed.length = joinNeighbour(groups, placed.length);
  }
  return placed;
}

const middleOf = (items: readonly Labelled<unknown>[]) => (items[0]!.x + items.at(-1)!.x) / 2;

function placeOne<T>(
  items: readonly Labelled<T>[],
  placed: readonly LabelGroup<T>[],
  room: LabelRoom<T>,
): LabelGroup<T> | null {
  const x = middleOf(items);
  for (const text of room.words(items.map(({ item }) => item))) {
    const width = room.measure(text);
    for (let row = 0; row < room.rows; row++) {
      for (const anchor of ['middle', 'start', 'end'] as const) {
        const left = x - { start: 0, middle: width / 2, end: width }[anchor];
        const group = { items, x, row, text, anchor, left, right: left + width };
        if (left >= room.left && group.right <= room.right && isFree(group, placed)) return group;
      }
    }
  }
  return null;
}

/** The only label there is, at the edge that is nearest. */
function lastResort<T>(items: readonly Labelled<T>[], room: LabelRoom<T>): LabelGroup<T> {
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

/** Joins a group with its nearer neighbour, in place; returns where the joined group is. */
function joinNeighbour<T>(groups: Labelled<T>[][], index: number): number {
  const gap = (left: number) =>
    left < 0 || left + 1 >= groups.length ? Infinity : groups[left + 1]![0]!.x - groups[left]!.at(-1)!.x;
  const first = gap(index - 1) <= gap(index) ? index - 1 : index;
  groups.splice(first, 2, [...groups[first]!, ...groups[first + 1]!]);
  return first;
}
