// The time scale: grows in steps, keeps room for what comes, writes round instants.
import { describe, expect, it } from 'vitest';
import { spanFor, ticksOf, timeScale } from '../../../src/layout/timeline/timeScale';
import { MINUTE, SECOND } from '../../../src/sim';

describe('spanFor', () => {
  it('is half a minute at first and always more than was played', () => {
    expect(spanFor(0)).toBe(30 * SECOND);
    expect(spanFor(28 * SECOND)).toBe(30 * SECOND);
    expect(spanFor(29 * SECOND)).toBe(45 * SECOND);
    expect(spanFor(57 * SECOND)).toBe(MINUTE);
    expect(spanFor(58 * SECOND)).toBe(1.5 * MINUTE);
    let before = 0;
    for (let at = 1; at < 1e12; at = Math.ceil(at * 1.07)) {
      const span = spanFor(at);
      expect(span).toBeGreaterThan(at);
      if (at > 20 * SECOND && at < 20 * 60 * MINUTE) expect(span).toBeLessThan(1.6 * at);
      expect(span).toBeLessThan(Math.max(2.2 * at, 31 * SECOND) + 25 * 60 * MINUTE);
      expect(span).toBeGreaterThanOrEqual(before);
      before = span;
    }
  });
});

describe('timeScale', () => {
  it('places instants and finds them again', () => {
    const scale = timeScale(MINUTE, 100, 700);
    expect([0, 30 * SECOND, MINUTE, 2 * MINUTE].map(scale)).toEqual([100, 400, 700, 700]);
    expect([0, 100, 400, 9999].map((x) => scale.invert(x))).toEqual([0, 0, 30 * SECOND, MINUTE]);
  });
});

describe('ticksOf', () => {
  it('writes round instants no closer than asked for', () => {
    const seconds = (span: number, width: number) => ticksOf(span, width, 60).map((at) => at / SECOND);
    expect(seconds(MINUTE, 840)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
    expect(seconds(MINUTE, 300)).toEqual([0, 15, 30, 45, 60]);
    expect(seconds(MINUTE, 130)).toEqual([0, 30, 60]);
    expect(seconds(7.5 * MINUTE, 500)).toEqual([0, 60, 120, 180, 240, 300, 360, 420]);
    expect(seconds(MINUTE, 20)).toEqual([0]);
  });
});
