// A running amount stays exact for as long as anybody runs it, however it is cut into pieces.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MICRO_CORES, accumulate, changeRate, readAt } from '../../../src/sim/engine/amount';
import type { RunningAmount } from '../../../src/sim/engine/amount';
import { SECOND } from '../../../src/sim/engine/time';

const DAY = 86_400 * SECOND;
const nothing = { whole: 0, rest: 0 };
/** Micro-core-microseconds, the unit in which nothing is ever lost. */
const exact = (a: { whole: number; rest: number }) => BigInt(a.whole) * BigInt(MICRO_CORES) + BigInt(a.rest);

describe('running amounts', () => {
  it('counts a 64-core host during 30 days exactly', () => {
    const used = accumulate(nothing, 64 * MICRO_CORES, 30 * DAY);
    expect(used).toEqual({ whole: 64 * 30 * DAY, rest: 0 });
    const odd = accumulate(nothing, 63_999_999, 30 * DAY);
    expect(exact(odd)).toBe(63_999_999n * BigInt(30 * DAY));
  });

  it('counts the same in a hundred thousand pieces over 30 days', () => {
    let used: RunningAmount = { ...nothing, rate: 64_000_000, since: 0 };
    let wanted = 0n;
    let at = 0;
    for (let i = 1; at < 30 * DAY; i++) {
      const next = Math.min(30 * DAY, at + 20_000_003 + ((i * 7_919) % 12_345_677));
      wanted += BigInt(used.rate) * BigInt(next - at);
      used = changeRate(used, next, 64_000_000 - ((i * 104_729) % 63_999_999));
      at = next;
    }
    expect(exact(used)).toBe(wanted);
    expect(exact(readAt(used, at))).toBe(wanted);
  });

  it('gives the same amount in one leap or in steps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 64_000_000 }),
        fc.array(fc.integer({ min: 0, max: 10 * SECOND }), { maxLength: 20 }),
        (rate, steps) => {
          const total = steps.reduce((sum, step) => sum + step, 0);
          const stepped = steps.reduce((amount, step) => accumulate(amount, rate, step), nothing);
          expect(stepped).toEqual(accumulate(nothing, rate, total));
        },
      ),
    );
  });

  it('refuses to be read before it began, and to outgrow 2^53', () => {
    expect(() => readAt({ ...nothing, rate: 1, since: 7 }, 6)).toThrow(RangeError);
    const huge = { whole: Number.MAX_SAFE_INTEGER, rest: 0 };
    expect(() => accumulate(huge, 1_000_000, 1)).toThrow(RangeError);
  });
});
