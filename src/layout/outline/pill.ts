// Places for the count of an outline: always at the outline or in it, so that nobody takes it for another's.
import { bottom, centre, contains, right, type Point, type Rect } from '../rect';

/** One straight side of an outline, from its upper or left end; `length` in px. */
interface Edge {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** Closed lines, each as its corners. */
export type Loops = readonly (readonly Point[])[];

/** A place for a pill; `stems`: strips of a line that may tie it to its outline, none where it is at that. */
export interface Place {
  readonly rect: Rect;
  readonly stems: readonly Rect[];
  /** It is at a tab that tells whose it is. */
  readonly isNamed?: boolean;
}

/** Of a count with its plate, px. */
export interface PillSize {
  readonly width: number;
  readonly height: number;
}

/** Edges of one direction; loops run so that what they are around is right of the way. */
function edgesOf(loops: Loops, isWanted: (from: Point, to: Point) => boolean): Edge[] {
  return loops.flatMap((loop) =>
    loop.flatMap((from, at): Edge[] => {
      const to = loop[(at + 1) % loop.length] ?? from;
      if (!isWanted(from, to)) return [];
      const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
      return [{ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), length }];
    }),
  );
}

/** The highest first, of equals the longest. */
const byHeight = (a: Edge, b: Edge): number => a.y - b.y || b.length - a.length;

/** How far a pill is moved along an edge at a time, px. */
const step = 6;
/** A pill on an edge covers so much of it, px: the two are seen to be one. */
const hold = 3;

/** Starts of something so long along an edge, from its middle outwards, until its own middle is `reach` beyond an end. */
function starts(from: number, length: number, long: number, reach = 0): number[] {
  const middle = from + (length - long) / 2;
  const count = Math.floor((length / 2 + reach) / step);
  return Array.from(
    { length: 2 * count + 1 },
    (_, at) => middle + Math.ceil(at / 2) * step * (at % 2 === 1 ? 1 : -1),
  );
}

/** On whole pixels, at its outline. */
const tight = (x: number, y: number, size: PillSize): Place => ({
  rect: { x: Math.round(x), y: Math.round(y), ...size },
  stems: [],
});

/** Upper edges: those that a pill does not reach over first, the highest first. */
function topEdges(loops: Loops, { width }: PillSize): Edge[] {
  const edges = edgesOf(loops, (from, to) => to.x > from.x && to.y === from.y).sort(byHeight);
  const isWide = ({ length }: Edge) => length >= width;
  return [...edges.filter(isWide), ...edges.filter((edge) => !isWide(edge))];
}

/** Whether a place does not reach through what is outlined, such as a thin floor, to what is under it. */
const isWithin = ({ rect }: Place, inside: readonly Rect[]): boolean =>
  inside.some(
    (room) =>
      room.x <= centre(rect) &&
      centre(rect) <= right(room) &&
      bottom(rect) <= bottom(room) + hold &&
      rect.y >= room.y - hold,
  );

/** Mostly above an upper edge, else across it, else hanging from it. */
export function* placesOnTop(
  loops: Loops,
  inside: readonly Rect[],
  size: PillSize,
  bounds: Rect,
): Iterable<Place> {
  const { width, height } = size;
  const clamp = (x: number) => Math.max(bounds.x, Math.min(x, right(bounds) - width));
  for (const edge of topEdges(loops, size)) {
    for (const lift of [height - hold, height + hold, height / 2, hold, -hold]) {
      for (const x of starts(edge.x, edge.length, width)) {
        const place = tight(clamp(x), edge.y - lift, size);
        if (lift > hold || isWithin(place, inside)) yield place;
      }
    }
  }
}

/** From an outline to a pill that a stem ties to it: the least, the most and a step, px. */
const away = { from: 8, to: 72, by: 4 };
/** From the ends of a pill and of an edge to a stem, px; and half the width that it needs. */
const inset = 5;
const half = 2;

/** Above an upper edge, a stem down to it. */
export function* placesAbove(loops: Loops, { width, height }: PillSize, bounds: Rect): Iterable<Place> {
  const clamp = (x: number) => Math.max(bounds.x, Math.min(x, right(bounds) - width));
  for (const edge of topEdges(loops, { width, height })) {
    if (edge.length < 2 * inset) continue;
    for (let lift = away.from; lift <= away.to; lift += away.by) {
      for (const start of starts(edge.x, edge.length, width, width / 2)) {
        const { rect } = tight(clamp(start), edge.y - lift - height, { width, height });
        const first = Math.max(rect.x + height / 2, edge.x + inset);
        const last = Math.min(right(rect) - height / 2, edge.x + edge.length - inset);
        if (last < first) continue;
        const [y, tall] = [bottom(rect), edge.y - bottom(rect)];
        const stems = [(first + last) / 2, first, last].map((x) => ({
          ...{ x: Math.round(x) - half, y },
          ...{ width: 2 * half, height: tall },
        }));
        yield { rect, stems };
      }
    }
  }
}

/** Beside an outline, then anywhere in one of the boxes that it is around. */
export function* placesBeside(
  loops: Loops,
  inside: readonly Rect[],
  { width, height }: PillSize,
): Iterable<Place> {
  const rising = edgesOf(loops, (from, to) => to.x === from.x && to.y < from.y);
  const falling = edgesOf(loops, (from, to) => to.x === from.x && to.y > from.y);
  const sides = [
    ...falling.map((edge) => ({ edge, x: edge.x - hold })),
    ...rising.map((edge) => ({ edge, x: edge.x - width + hold })),
  ];
  for (const { edge, x } of sides) {
    for (const y of starts(edge.y, edge.length, height)) {
      yield tight(x, y, { width, height });
    }
  }
  for (const room of inside) {
    if (room.width < width + 2 * hold || room.height < height + 2 * hold) continue;
    for (let y = room.y + hold; y + height <= bottom(room) - hold; y += step) {
      for (const x of starts(room.x, room.width, width)) {
        const place = tight(x, y, { width, height });
        if (contains(room, place.rect)) yield place;
      }
    }
  }
}

/** Between a pill and the tab that it stands at, px. */
const apart = 2;

/** How far a pill may stand out beside the tab under it, px: farther, it would be read as said of what is there. */
const overhang = 18;

/** In the middle over a tab of what is outlined. */
export function* placesOverTabs(tabs: readonly Rect[], size: PillSize): Iterable<Place> {
  for (const tab of tabs) {
    if (size.width - tab.width > 2 * overhang) continue;
    yield { ...tight(centre(tab) - size.width / 2, tab.y - apart - size.height, size), isNamed: true };
  }
}

/** Above a tab of what is outlined, a stem down to that: where the tab has the place on the box. */
export function* placesLedToTabs(tabs: readonly Rect[], size: PillSize, bounds: Rect): Iterable<Place> {
  for (const tab of tabs) {
    for (const start of starts(tab.x, tab.width, size.width)) {
      const x = Math.max(bounds.x, Math.min(start, right(bounds) - size.width));
      const { rect } = tight(x, tab.y - away.from - size.height, size);
      const first = Math.max(rect.x + size.height / 2, tab.x + inset);
      const last = Math.min(right(rect) - size.height / 2, right(tab) - inset);
      if (last < first) continue;
      const foot = { y: bottom(rect), width: 2 * half, height: tab.y - 1 - bottom(rect) };
      yield { rect, stems: [{ ...foot, x: Math.round((first + last) / 2) - half }] };
    }
  }
}

/** Right or left of a tab of what is outlined, or on it: read together with its word. */
export function* placesAtTabs(tabs: readonly Rect[], size: PillSize, bounds: Rect): Iterable<Place> {
  const { width, height } = size;
  const clamp = (x: number) => Math.max(bounds.x, Math.min(x, right(bounds) - width));
  for (const tab of tabs) {
    const y = tab.y + (tab.height - height) / 2;
    const beside = [right(tab) + apart, tab.x - apart - width].map((x) => tight(x, y, size));
    const above = starts(tab.x, tab.width, width).map((x) => tight(clamp(x), tab.y - apart - height, size));
    for (const place of [...beside, ...above]) yield { ...place, isNamed: true };
  }
}

/** Across what is outlined, from its top, over its middle: also where that is narrower. */
export function* placesAcross(inside: readonly Rect[], size: PillSize, bounds: Rect): Iterable<Place> {
  const { width, height } = size;
  for (const room of inside) {
    const x = Math.max(bounds.x, Math.min(centre(room) - width / 2, right(bounds) - width));
    for (let y = room.y + hold; y + height <= bottom(room) - hold; y += step) yield tight(x, y, size);
  }
}

/** Mostly under a lower edge. */
export function* placesUnder(loops: Loops, { width, height }: PillSize): Iterable<Place> {
  for (const edge of edgesOf(loops, (from, to) => to.x < from.x && to.y === from.y)) {
    for (const x of starts(edge.x, edge.length, width)) {
      yield tight(x, edge.y - hold, { width, height });
    }
  }
}
