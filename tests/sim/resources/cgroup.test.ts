// Values of cgroup files: against the formula as it stands in the sources, for every value there is.
import { describe, expect, it } from 'vitest';
import { ioWeightOf, quotaOf, sharesOf, swapMax, weightOfShares } from '../../../src/sim/resources/cgroup';

const MOST = 262_144;

describe('cpu.weight of shares', () => {
  it('is what floating point of the platform gives, for every number of shares', () => {
    const wrong: number[] = [];
    for (let shares = 3; shares < MOST; shares++) {
      const l = Math.log2(shares);
      if (weightOfShares(shares) !== Math.ceil(10 ** ((l * l + 125 * l) / 612 - 7 / 34))) wrong.push(shares);
    }
    expect(wrong).toEqual([]);
  });

  it('keeps both ends and the default, and 0 stays "not set"', () => {
    expect([0, 2, 1024, MOST, MOST + 1].map(weightOfShares)).toEqual([0, 1, 100, 10_000, 10_000]);
  });
});

describe('a request and a limit of CPU', () => {
  it('are shares within what the kernel takes', () => {
    expect([0, 1, 2, 100, 1_000, 1_000_000].map(sharesOf)).toEqual([2, 2, 2, 102, 1024, MOST]);
  });

  it('are a quota of at least a millisecond, or none', () => {
    expect([0, 1, 9, 10, 250, 64_000].map((milli) => quotaOf(milli).quotaMicros)).toEqual([
      0, 1_000, 1_000, 1_000, 25_000, 6_400_000,
    ]);
    expect(quotaOf(0).periodMicros).toBe(0);
  });
});

describe('swap', () => {
  it('is what is left of memory and swap together', () => {
    expect(swapMax(500, 200)).toBe(300);
    expect(swapMax(0, -1)).toBe(-1);
    expect(swapMax(0, 200)).toBe(0);
  });

  it.each([
    [300, 0, 'unable to set swap limit'],
    [300, -300, 'invalid memory value: -300'],
    [100, 200, 'should be >= memory limit'],
  ])('%d beside %d is refused', (together, memory, why) => {
    expect(() => swapMax(together, memory)).toThrow(why);
  });
});

it('io.weight goes from 1 to 10,000', () => {
  expect([0, 10, 500, 1000].map(ioWeightOf)).toEqual([0, 1, 4950, 10_000]);
});
