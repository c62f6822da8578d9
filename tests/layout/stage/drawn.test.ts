// Gaps are taken from the inside, edges lie on whole pixels, thin boxes do not vanish.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bottom, right } from '../../../src/layout/rect';
import { drawnRect } from '../../../src/layout/stage/drawn';

describe('drawnRect', () => {
  it('leaves one clear pixel between neighbours that share an edge', () => {
    const left = drawnRect({ x: 10, y: 0, width: 20.4, height: 30 });
    const next = drawnRect({ x: 30.4, y: 0, width: 19.6, height: 30 });
    expect([left.x, right(left), next.x, right(next)]).toEqual([10, 30, 31, 49]);
    const below = drawnRect({ x: 10, y: 30, width: 20, height: 10 });
    expect(below.y - bottom(left)).toBe(1);
  });

  it('draws what is thinner than a gap nearly as it is', () => {
    const thin = drawnRect({ x: 0, y: 100.2, width: 300, height: 0.6 });
    expect(thin.height).toBeCloseTo(0.48, 6);
  });

  it('is never more than one pixel off, and never outside', () => {
    const edge = fc.double({ min: 0, max: 2000, noNaN: true });
    fc.assert(
      fc.property(edge, edge, edge, edge, (x, y, width, height) => {
        const exact = { x, y, width, height };
        const drawn = drawnRect(exact);
        const off = [drawn.x - x, drawn.y - y, right(exact) - right(drawn), bottom(exact) - bottom(drawn)];
        for (const each of off) {
          expect(each).toBeGreaterThanOrEqual(-2e-6);
          expect(each).toBeLessThanOrEqual(1 + 2e-6);
        }
        expect(drawn.width).toBeGreaterThanOrEqual(0);
        expect(drawn.height).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
