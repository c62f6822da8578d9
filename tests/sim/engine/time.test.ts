// Milliseconds become microseconds, rounded up once.
import { describe, expect, it } from 'vitest';
import { fromMillis } from '../../../src/sim/engine/time';

describe('fromMillis', () => {
  it.each([
    [0, 0],
    [1, 1000],
    [0.0001, 1],
    [0.0011, 2],
    [16.1, 16_100],
    [2.007, 2_007],
    [180_000, 180_000_000],
  ])('%d ms are %i microseconds', (millis, micros) => {
    expect(fromMillis(millis)).toBe(micros);
  });

  it('knows every thousandth of a millisecond up to 100 ms', () => {
    for (let micros = 0; micros <= 100_000; micros++) expect(fromMillis(micros / 1000)).toBe(micros);
  });
});
