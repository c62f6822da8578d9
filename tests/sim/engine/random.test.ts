// Draws look random from every side: over count, entity, purpose and seed, and each depends on all four.
import { describe, expect, it } from 'vitest';
import { purposeOf, random32, randomInt, randomUnit } from '../../../src/sim/engine/random';

const PULL = purposeOf('image pull');
const PROBE = purposeOf('probe');
type Draw = (i: number) => number;
const sides: Record<string, Draw> = {
  count: (i) => random32(42, 7, PULL, i),
  entity: (i) => random32(42, i, PULL, 0),
  purpose: (i) => random32(42, 7, i, 0),
  seed: (i) => random32(i, 7, PULL, 0),
  'upper half of the seed': (i) => random32(i * 2 ** 32, 7, PULL, 0),
};

/** Sum of squared deviations over the expectation; mean `cells - 1`, deviation sqrt(2 * (cells - 1)). */
function chiSquare(draw: (i: number) => number, cells: number, draws: number): number {
  const seen = new Array<number>(cells).fill(0);
  for (let i = 0; i < draws; i++) seen[draw(i)]! += 1;
  const wanted = draws / cells;
  return seen.reduce((sum, n) => sum + (n - wanted) ** 2 / wanted, 0);
}

describe.each(Object.entries(sides))('draws over %s', (_, draw) => {
  it('are the same when asked again, and integers of 32 bits', () => {
    for (let i = 0; i < 100; i++) {
      expect(draw(i)).toBe(draw(i));
      expect(Number.isInteger(draw(i)) && draw(i) >= 0 && draw(i) < 2 ** 32).toBe(true);
    }
  });

  it('fill every byte evenly', () => {
    for (const shift of [0, 8, 16, 24])
      expect(Math.abs(chiSquare((i) => (draw(i) >>> shift) & 255, 256, 65_536) - 255)).toBeLessThan(6 * 22.6);
  });

  it('fill pairs of neighbours evenly', () => {
    const pair: Draw = (i) => ((draw(2 * i) >>> 28) << 4) | (draw(2 * i + 1) >>> 28);
    expect(Math.abs(chiSquare(pair, 256, 65_536) - 255)).toBeLessThan(6 * 22.6);
  });

  it('flip half of their bits when one bit of the input flips', () => {
    for (let bit = 0; bit < 16; bit++) {
      let flipped = 0;
      for (let i = 0; i < 500; i++) {
        let x = draw(i) ^ draw(i ^ (1 << bit));
        for (; x !== 0; x &= x - 1) flipped += 1;
      }
      expect(Math.abs(flipped / 500 - 16)).toBeLessThan(1);
    }
  });
});

describe('sequences', () => {
  it('never repeat from one entity to another', () => {
    const first = new Set<string>();
    for (let entity = 0; entity < 100_000; entity++)
      first.add(`${random32(42, entity, PROBE, 0)} ${random32(42, entity, PROBE, 1)}`);
    expect(first.size).toBe(100_000);
  });

  it('differ by purpose', () => {
    expect(PULL).not.toBe(PROBE);
    const same = Array.from({ length: 1_000 }, (_, i) => i).filter(
      (i) => random32(1, i, PULL, 0) === random32(1, i, PROBE, 0),
    );
    expect(same).toEqual([]);
  });

  it('stay as they were: journals and links depend on them', () => {
    expect([random32(42, 1, PULL, 0), random32(42, 1, PULL, 1), random32(2 ** 52 + 1, 0, 0, 0)]).toEqual([
      3_246_753_556, 486_975_167, 600_665_473,
    ]);
  });
});

describe('ranges', () => {
  it('draws units from 0 to below 1 with mean one half', () => {
    const units = Array.from({ length: 100_000 }, (_, i) => randomUnit(3, i, PROBE, 0));
    expect(units.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(Math.abs(units.reduce((sum, x) => sum + x, 0) / units.length - 0.5)).toBeLessThan(0.005);
  });

  it('draws every integer of a range, both ends included, evenly', () => {
    expect(Math.abs(chiSquare((i) => randomInt(10, 16, 3, i, PROBE, 0) - 10, 7, 70_000) - 6)).toBeLessThan(
      21,
    );
    expect(randomInt(5, 5, 3, 1, PROBE, 0)).toBe(5);
    for (let i = 0; i < 1_000; i++)
      expect(randomInt(-3, 2 ** 32 - 4, 3, i, PROBE, 0)).toBeGreaterThanOrEqual(-3);
  });

  it('refuses a range that is empty, too wide or not whole', () => {
    expect(() => randomInt(2, 1, 0, 0, 0, 0)).toThrow(RangeError);
    expect(() => randomInt(0, 2 ** 32, 0, 0, 0, 0)).toThrow(RangeError);
    expect(() => randomInt(0.5, 2, 0, 0, 0, 0)).toThrow(RangeError);
  });
});
