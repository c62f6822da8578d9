// Exactness of integer products and shares against BigInt, and accuracy of the portable logarithms.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  LARGEST_DIVISOR,
  apportion,
  exp10,
  ln,
  log2,
  mulDiv,
  mulDivCeil,
  mulDivRem,
} from '../../../src/sim/engine/number';

// Generous, for machines that do much else besides.
vi.setConfig({ testTimeout: 60_000 });

const SAFE = Number.MAX_SAFE_INTEGER;
/** Integers of every size, not only large ones. */
const integer = (max: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: 53 }), fc.integer({ min: 0, max: SAFE }))
    .map(([bits, x]) => Math.min(Math.floor(x / 2 ** bits), max));

describe('mulDiv', () => {
  it('is the floor that BigInt gives, or refuses', () => {
    fc.assert(
      fc.property(integer(SAFE), integer(SAFE), integer(LARGEST_DIVISOR), (a, b, c0) => {
        const c = Math.max(1, c0);
        const product = BigInt(a) * BigInt(b);
        const quotient = product / BigInt(c);
        if (quotient > BigInt(SAFE)) {
          expect(() => mulDiv(a, b, c)).toThrow(RangeError);
          return;
        }
        const found = mulDivRem(a, b, c);
        expect(BigInt(found.quotient)).toBe(quotient);
        expect(BigInt(found.remainder)).toBe(product % BigInt(c));
        expect(mulDiv(a, b, c)).toBe(found.quotient);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is exact at its bounds', () => {
    expect(mulDiv(SAFE, LARGEST_DIVISOR - 1, LARGEST_DIVISOR)).toBe(SAFE - 2);
    expect(mulDiv(LARGEST_DIVISOR - 1, LARGEST_DIVISOR - 1, LARGEST_DIVISOR)).toBe(LARGEST_DIVISOR - 2);
    expect(mulDiv(SAFE, 1, 1)).toBe(SAFE);
    expect(mulDivCeil(7, 1, 2)).toBe(4);
    expect(mulDivCeil(8, 1, 2)).toBe(4);
  });

  it.each([
    [1.5, 1, 1],
    [-1, 1, 1],
    [1, 1, 0],
    [1, SAFE + 1, 1],
    [1, 1, LARGEST_DIVISOR + 1],
    [SAFE, 2, 1],
  ])('refuses %d * %d / %d', (a, b, c) => {
    expect(() => mulDiv(a, b, c)).toThrow(RangeError);
  });
});

describe('apportion', () => {
  it('gives parts that add up, within one unit of the true share, largest fraction first', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: SAFE }),
        fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          fc.pre(weights.some((w) => w > 0));
          const parts = apportion(total, weights).map(BigInt);
          const sum = weights.reduce((s, w) => s + BigInt(w), 0n);
          expect(parts.reduce((s, p) => s + p, 0n)).toBe(BigInt(total));
          const got = weights.map((w, i) => (parts[i] ?? 0n) - (BigInt(total) * BigInt(w)) / sum);
          const fraction = weights.map((w) => (BigInt(total) * BigInt(w)) % sum);
          for (let i = 0; i < weights.length; i++) {
            expect(got[i] === 0n || got[i] === 1n).toBe(true);
            for (let j = 0; j < weights.length; j++) {
              const before = fraction[j]! > fraction[i]! || (fraction[j] === fraction[i] && j < i);
              if (got[i] === 1n && before) expect(got[j]).toBe(1n);
            }
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('gives the odd unit to the lowest index when fractions are equal', () => {
    expect(apportion(8, [1, 1, 1])).toEqual([3, 3, 2]);
    expect(apportion(0, [0, 0])).toEqual([0, 0]);
    expect(() => apportion(1, [0, 0])).toThrow(RangeError);
  });
});

describe('portable logarithms', () => {
  const close = (found: number, wanted: number, relative: number) =>
    expect(Math.abs(found - wanted)).toBeLessThanOrEqual(Math.abs(wanted) * relative);

  it('agrees with the built-in functions to the last bits', () => {
    for (let i = -1070; i < 1023; i++) {
      const x = 2 ** i * (1 + ((i * 7919) % 997) / 1000);
      if (x <= 0 || x === Infinity || x === 1) continue;
      close(ln(x), Math.log(x), 4e-16);
      close(log2(x), Math.log2(x), 4e-16);
    }
    for (const x of [1 - 2 ** -53, 1 + 2 ** -52, 0.999, 1.001, 0.7071, 1.4143]) {
      close(ln(x), Math.log(x), 4e-16);
      close(log2(x), Math.log2(x), 4e-16);
    }
  });

  it('is exact where the result is whole', () => {
    for (let i = -1074; i < 1024; i++) expect(log2(2 ** i)).toBe(i);
    for (let i = 0; i <= 22; i++) expect(exp10(i)).toBe(Number(`1e${i}`));
    expect(ln(1)).toBe(0);
  });

  it('raises 10 to any power between -300 and 300', () => {
    for (let x = -300; x <= 300; x += 0.37) close(exp10(x), 10 ** x, 2e-14);
    for (let x = -5; x <= 5; x += 0.013) close(exp10(x), 10 ** x, 2e-15);
  });

  it.each([0, -1, Infinity, NaN])('refuses the logarithm of %d', (x) => {
    expect(() => ln(x)).toThrow(RangeError);
    expect(() => log2(x)).toThrow(RangeError);
  });

  it('refuses powers outside its range', () => {
    expect(() => exp10(301)).toThrow(RangeError);
    expect(() => exp10(NaN)).toThrow(RangeError);
  });
});
