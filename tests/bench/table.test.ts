// The table of measurements says what was measured, what is wanted, and whether it holds.
import { describe, expect, it } from 'vitest';
import { tableLines } from '../../src/build/bench/row';
import { median, quantile } from '../../src/build/bench/statistics';

it('is one line for each measurement, in columns', () => {
  const row = { what: 'limit', measured: '1.57', goal: '<= 2.0', numbers: {} };
  expect(
    tableLines([
      { ...row, id: 'E1', holds: true, stretch: '<= 1.4' },
      { ...row, id: 'E10', measured: '12', holds: false },
    ]),
  ).toEqual([
    '     what   measured  goal           stretch',
    'E1   limit  1.57      <= 2.0  holds  <= 1.4',
    'E10  limit  12        <= 2.0  FAILS  -',
  ]);
});

describe('sums of measurements', () => {
  it('are the middle, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
    expect(median([])).toBeNaN();
  });

  it('are what so many values do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(quantile(hundred, 0.95)).toBe(95);
    expect(quantile(hundred, 1)).toBe(100);
    expect(quantile([7], 0.95)).toBe(7);
  });
});
