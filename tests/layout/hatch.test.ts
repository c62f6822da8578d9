// Hatching for paper: lines that stay in their rectangle, as far apart as those of the pattern on the screen.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hatchPath } from '../../src/layout/hatch';

const pointsOf = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.e-]+) (-?[\d.e-]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));

it('draws slanted lines, none outside of its rectangle', () => {
  expect(hatchPath({ x: 0, y: 0, width: 22, height: 11 })).toBe('M0 11L11 0M11 11L22 0');
  const size = fc.integer({ min: 0, max: 300 });
  fc.assert(
    fc.property(size, size, size, size, (x, y, width, height) => {
      for (const point of pointsOf(hatchPath({ x, y, width, height }))) {
        expect(point.x).toBeGreaterThanOrEqual(x);
        expect(point.x).toBeLessThanOrEqual(x + width);
        expect(point.y).toBeGreaterThanOrEqual(y);
        expect(point.y).toBeLessThanOrEqual(y + height);
      }
    }),
  );
});
