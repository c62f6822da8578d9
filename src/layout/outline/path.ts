// Loops of corners as SVG paths with rounded corners: a line around them, and the same line in dashes. Everything is
// on whole pixels, where edges are sharp and quick to draw.
import type { Point } from '../rect';

/** Length of a dash and of the gap after it, px; both are stretched a little so that they come out even. */
const dash = 7;
const gap = 4;
/** Half the width of the dashes, px. */
const half = 1;

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** The point `by` px from `from` towards `to`, on a horizontal or vertical edge. */
function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

/** The point beside `point`, `by` px to the left of the way from `from` to `to`. */
function beside(point: Point, from: Point, to: Point, by: number): Point {
  return { x: point.x + Math.sign(to.y - from.y) * by, y: point.y - Math.sign(to.x - from.x) * by };
}

const spot = ({ x, y }: Point): string => `${x} ${y}`;

/** A corner of a loop, cut off from `start` to `end`. */
interface Bend {
  readonly corner: Point;
  readonly start: Point;
  readonly end: Point;
}

function bendsOf(loop: readonly Point[], radius: number): Bend[] {
  const whole = loop.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  return whole.map((corner, at) => {
    const before = whole.at(at - 1) ?? corner;
    const after = whole[(at + 1) % whole.length] ?? corner;
    const by = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    return { corner, start: towards(corner, before, by), end: towards(corner, after, by) };
  });
}

/** One path for all loops, each corner rounded by at most `radius` px. */
export function roundedPath(loops: readonly (readonly Point[])[], radius: number): string {
  const pathOf = ({ start, corner, end }: Bend, at: number) =>
    `${at === 0 ? 'M' : 'L'}${spot(start)}Q${spot(corner)} ${spot(end)}`;
  return loops.map((loop) => `${bendsOf(loop, radius).map(pathOf).join('')}Z`).join('');
}

/** What lies between two ways `half` px to either side of a line, each drawn by `command`. */
function ribbon(beside: (by: number) => readonly Point[], command: 'L' | 'Q'): string {
  const [start, ...there] = beside(half).map(spot);
  const [end, ...back] = beside(-half).map(spot).reverse();
  return `M${start}${command}${there.join(' ')}L${end}${command}${back.join(' ')}Z`;
}

const bendShape = ({ start, corner, end }: Bend): string =>
  ribbon(
    (by) => [
      beside(start, start, corner, by),
      beside(beside(corner, start, corner, by), corner, end, by),
      beside(end, corner, end, by),
    ],
    'Q',
  );

/** The dashes of a straight side, a gap at either end. */
function sideShapes(from: Point, to: Point): string {
  const length = distance(from, to);
  const count = Math.round((length - gap) / (dash + gap));
  const stretch = length / (count * (dash + gap) + gap);
  const dashes = Array.from({ length: Math.max(0, count) }, (_, at) => {
    const start = towards(from, to, Math.round((gap + at * (dash + gap)) * stretch));
    const end = towards(start, to, Math.round(dash * stretch));
    return ribbon((by) => [start, end].map((point) => beside(point, from, to, by)), 'L');
  });
  return dashes.join('');
}

/**
 * The dashes of `roundedPath`, 2 px wide, as shapes to be filled: browsers take three times as long to cut a line
 * into dashes, and do it anew whenever they draw it. Every corner is a dash.
 */
export function dashedPath(loops: readonly (readonly Point[])[], radius: number): string {
  const shapesOf = (bend: Bend, at: number, bends: readonly Bend[]) =>
    bendShape(bend) + sideShapes(bend.end, (bends[at + 1] ?? bends[0] ?? bend).start);
  return loops.map((loop) => bendsOf(loop, radius).map(shapesOf).join('')).join('');
}
