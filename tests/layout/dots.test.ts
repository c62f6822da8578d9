// Dots for paper: in what is kept and not filled, on one grid, as far apart as those of the pattern on the screen.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dotsPath } from '../../src/layout/dots';

const pointsOf = (path: string) =>
  [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)h0/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));

it('draws dots in a room, and none in what fills it', () => {
  const room = { x: 0, y: 0, width: 16, height: 24 };
  expect(dotsPath([room], [])).toBe('M4 4h0M12 4h0M4 12h0M12 12h0M4 20h0M12 20h0');
  expect(dotsPath([room], [{ x: 0, y: 8, width: 16, height: 16 }])).toBe('M4 4h0M12 4h0');
});

it('puts no dot outside of its rooms, none on another, and leaves no more free than there is between two', () => {
  const size = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(size, size, size, size, (x, y, width, height) => {
      const room = { x, y, width, height };
      const points = pointsOf(dotsPath([room, room], []));
      const isIn = (point: { x: number; y: number }) =>
        point.x > x && point.x < x + width && point.y > y && point.y < y + height;
      expect(points.filter((point) => !isIn(point))).toEqual([]);
      expect(new Set(points.map((point) => `${point.x} ${point.y}`)).size).toBe(points.length);
      const least = (side: number) => Math.max(0, Math.floor((side - 1) / 8));
      expect(points.length).toBeGreaterThanOrEqual(least(width) * least(height));
    }),
    { examples: [[0, 0, 0, 0]] },
  );
});
