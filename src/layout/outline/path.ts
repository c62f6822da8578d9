// Loops of corners as an SVG path with rounded corners.
import type { Point } from '../rect';

const round = (value: number): number => Math.round(value * 10) / 10;

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** The point `by` px from `from` towards `to`, on a horizontal or vertical edge. */
function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

function loopPath(loop: readonly Point[], radius: number): string {
  const pieces = loop.map((corner, at) => {
    const before = loop[(at + loop.length - 1) % loop.length] ?? corner;
    const after = loop[(at + 1) % loop.length] ?? corner;
    const by = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    const [start, end] = [towards(corner, before, by), towards(corner, after, by)];
    const to = at === 0 ? 'M' : 'L';
    return `${to}${round(start.x)} ${round(start.y)}Q${round(corner.x)} ${round(corner.y)} ${round(end.x)} ${round(end.y)}`;
  });
  return `${pieces.join('')}Z`;
}

/** One path for all loops. */
export function roundedPath(loops: readonly (readonly Point[])[], radius: number): string {
  return loops.map((loop) => loopPath(loop, radius)).join('');
}
