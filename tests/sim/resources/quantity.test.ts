// Quantities: what Kubernetes' own documentation writes, and what is no quantity.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliValue, wholeValue } from '../../../src/sim/resources/quantity';

describe('a quantity', () => {
  it.each([
    ['0', 0],
    ['1', 1],
    ['1.5Gi', 1_610_612_736],
    ['10G', 10_000_000_000],
    ['128974848', 128_974_848],
    ['129e6', 129_000_000],
    ['129M', 129_000_000],
    ['123Mi', 128_974_848],
    ['128974848000m', 128_974_848],
    ['1E3', 1_000],
    ['.5Ki', 512],
    ['-1', -1],
    ['100m', 1],
    ['1n', 1],
    ['-100m', 0],
  ])('%s is %d, rounded up', (text, value) => {
    expect(wholeValue(text)).toBe(value);
  });

  it.each([
    ['100m', 100],
    ['0.1', 100],
    ['2', 2_000],
    ['1u', 1],
    ['1.0005', 1_001],
  ])('%s is %d thousandths', (text, value) => {
    expect(milliValue(text)).toBe(value);
  });

  it.each(['', 'm', '1 Gi', '1gi', '1mi', '1Ee', '1e3Ki', '0x10', '1.2.3', '.', 'Infinity', '１', '1e400'])(
    '%j is none',
    (text) => {
      expect(() => wholeValue(text)).toThrow('is no quantity');
    },
  );

  it('that cannot be counted exactly is refused', () => {
    expect(() => wholeValue('9007199254740992')).toThrow('too large');
    expect(() => milliValue('9Ei')).toThrow('too large');
  });

  it('of whole thousandths is read back as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        expect(milliValue(`${value}m`)).toBe(value);
        expect(wholeValue(`${value}`)).toBe(value);
      }),
    );
  });
});
