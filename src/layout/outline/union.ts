// The outline around several rectangles that touch: the edge of their union, as closed loops of corners.
import { cutIndex, cutsOf } from '../cuts';
import { bottom, right, type Point, type Rect } from '../rect';

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  has(column: number, row: number): boolean;
}

function gridOf(rects: readonly Rect[]): Grid {
  const xs = cutsOf(rects.flatMap((rect) => [rect.x, right(rect)]));
  const ys = cutsOf(rects.flatMap((rect) => [rect.y, bottom(rect)]));
  const columns = xs.length;
  const filled = new Uint8Array(columns * ys.length);
  for (const rect of rects) {
    const [from, to] = [cutIndex(xs, rect.x), cutIndex(xs, right(rect))];
    const last = cutIndex(ys, bottom(rect));
    for (let row = cutIndex(ys, rect.y); row < last; row += 1)
      filled.fill(1, row * columns + from, row * columns + to);
  }
  return {
    xs,
    ys,
    has: (column, row) =>
      column >= 0 &&
      row >= 0 &&
      column < columns - 1 &&
      row < ys.length - 1 &&
      filled[row * columns + column] === 1,
  };
}

type Step = readonly [fromColumn: number, fromRow: number, toColumn: number, toRow: number];

/** Edges between a filled and an empty cell, clockwise around what is filled. */
function borderSteps(grid: Grid): Step[] {
  const { xs, ys } = grid;
  const has = (column: number, row: number) => grid.has(column, row);
  const steps: Step[] = [];
  for (let row = 0; row < ys.length - 1; row += 1) {
    for (let column = 0; column < xs.length - 1; column += 1) {
      if (!has(column, row)) continue;
      if (!has(column, row - 1)) steps.push([column, row, column + 1, row]);
      if (!has(column + 1, row)) steps.push([column + 1, row, column + 1, row + 1]);
      if (!has(column, row + 1)) steps.push([column + 1, row + 1, column, row + 1]);
      if (!has(column - 1, row)) steps.push([column, row + 1, column, row]);
    }
  }
  return steps;
}

/** Of several ways on, the one that turns right stays with the same piece. */
function turn(from: Step, to: Step): number {
  const [a, b] = [from[2] - from[0], from[3] - from[1]];
  const [c, d] = [to[2] - to[0], to[3] - to[1]];
  return b * c - a * d;
}

function corners(loop: readonly Point[]): Point[] {
  return loop.filter((point, at) => {
    const before = loop[(at + loop.length - 1) % loop.length] ?? point;
    const after = loop[(at + 1) % loop.length] ?? point;
    return !(before.x === point.x && point.x === after.x) && !(before.y === point.y && point.y === after.y);
  });
}

/** Loops of corners around the union; clockwise outside, counter-clockwise around holes. */
export function unionLoops(rects: readonly Rect[]): Point[][] {
  const grid = gridOf(rects);
  const { xs, ys } = grid;
  const starts = new Map<number, Step[]>();
  const key = (column: number, row: number) => row * xs.length + column;
  for (const step of borderSteps(grid))
    starts.set(key(step[0], step[1]), [...(starts.get(key(step[0], step[1])) ?? []), step]);
  const loops: Point[][] = [];
  for (const [start, steps] of starts) {
    for (let step = steps.pop(); step; step = starts.get(start)?.pop()) {
      const loop: Point[] = [];
      let walking: Step | undefined = step;
      while (walking) {
        const here: Step = walking;
        loop.push({ x: xs[here[0]] ?? 0, y: ys[here[1]] ?? 0 });
        const ways = starts.get(key(here[2], here[3])) ?? [];
        const best = ways.reduce<Step | undefined>(
          (kept, way) => (!kept || turn(here, way) < turn(here, kept) ? way : kept),
          undefined,
        );
        if (best) ways.splice(ways.indexOf(best), 1);
        walking = best;
      }
      loops.push(corners(loop));
    }
  }
  return loops;
}
