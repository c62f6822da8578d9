// The outline around boxes that touch, as loops of corners, checked against counting points.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unionLoops } from '../../../src/layout/outline/union';
import { dashedPath, roundedPath } from '../../../src/layout/outline/path';
import type { Point, Rect } from '../../../src/layout/rect';

const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });
const table = (loops: Point[][]) => loops.map((loop) => loop.map(({ x, y }) => `${x},${y}`).join(' '));

/** Whether a point lies inside, by counting the upright edges left of it. */
function isInside(loops: readonly Point[][], { x, y }: Point): boolean {
  let crossings = 0;
  for (const loop of loops) {
    loop.forEach((from, at) => {
      const to = loop[(at + 1) % loop.length]!;
      if (from.x === to.x && from.x < x && Math.min(from.y, to.y) < y && y < Math.max(from.y, to.y))
        crossings += 1;
    });
  }
  return crossings % 2 === 1;
}

describe('unionLoops', () => {
  it('is the rectangle itself for one', () => {
    expect(table(unionLoops([rect(1, 2, 10, 5)]))).toEqual(['1,2 11,2 11,7 1,7']);
  });

  it('steps down from the columns to the floor under them', () => {
    expect(table(unionLoops([rect(0, 10, 30, 4), rect(0, 0, 20, 10), rect(20, 8, 10, 2)]))).toEqual([
      '0,0 20,0 20,8 30,8 30,14 0,14',
    ]);
  });

  it('draws two that do not touch apart, also when they meet at a corner', () => {
    expect(unionLoops([rect(0, 0, 5, 5), rect(10, 0, 5, 5)])).toHaveLength(2);
    expect(unionLoops([rect(0, 0, 5, 5), rect(5, 5, 5, 5)])).toHaveLength(2);
  });

  it('goes around a hole as well', () => {
    const ring = [rect(0, 0, 30, 10), rect(0, 20, 30, 10), rect(0, 10, 10, 10), rect(20, 10, 10, 10)];
    expect(unionLoops(ring)).toHaveLength(2);
  });

  it('holds the points of the rectangles and no others', () => {
    const any = fc.record({
      x: fc.nat(20),
      y: fc.nat(20),
      width: fc.integer({ min: 1, max: 9 }),
      height: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), (rects) => {
        const loops = unionLoops(rects);
        for (let x = 0.5; x < 30; x += 1) {
          for (let y = 0.5; y < 30; y += 1) {
            const wanted = rects.some((r) => x > r.x && x < r.x + r.width && y > r.y && y < r.y + r.height);
            if (isInside(loops, { x, y }) !== wanted) throw new Error(`wrong at ${x}, ${y}`);
          }
        }
      }),
    );
  });
});

describe('roundedPath', () => {
  it('rounds corners, never by more than half an edge', () => {
    expect(roundedPath(unionLoops([rect(0, 0, 20, 4)]), 6)).toBe(
      'M0 2Q0 0 2 0L18 0Q20 0 20 2L20 2Q20 4 18 4L2 4Q0 4 0 2Z',
    );
  });
});

describe('dashedPath', () => {
  const dashed = (width: number, height: number) => dashedPath(unionLoops([rect(0, 0, width, height)]), 6);

  it('has a shape around every corner, as wide as the line', () => {
    const shapes = dashed(38, 30).match(/M[^MQ]+Q[^M]+Z/g);
    expect(shapes).toHaveLength(4);
    expect(shapes![0]).toBe('M-1 6Q-1 -1 6 -1L6 1Q1 1 1 6Z');
  });

  it('has whole dashes on a side, with a gap at either end', () => {
    const top = dashed(38, 30).match(/M\d+ -1L[^MQ]+Z/g);
    expect(top).toEqual(['M10 -1L17 -1L17 1L10 1Z', 'M21 -1L28 -1L28 1L21 1Z']);
  });

  it('has none on a side that is shorter than a dash', () => {
    expect(dashed(14, 14).match(/M/g)).toHaveLength(4);
  });
});
