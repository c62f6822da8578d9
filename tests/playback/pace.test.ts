// The pace: chosen speed far from any happening, real time around it, never beyond it.
import { describe, expect, it } from 'vitest';
import { LONGEST_GAP, wallStep } from '../../src/playback/frames';
import { clampSpeed, headAfter, speedAt, type Pace } from '../../src/playback/pace';
import { MS, SECOND } from '../../src/sim/engine/time';

const FRAME = 16;
const calm = (speed: number, next: number | null = null): Pace => ({ speed, next, sinceLast: Infinity });

/** Wall milliseconds until the head stands on `next`. */
function wallUntil(next: number, speed: number): number {
  let head = 0;
  for (let wall = 0; wall < 600_000; wall += FRAME) {
    if (head === next) return wall;
    head = headAfter(head, FRAME, calm(speed, next));
  }
  throw new Error('never arrives');
}

describe('speed', () => {
  it('is kept between 0.1 and 100', () => {
    expect([0, 0.1, 3, 100, 1e9, Number.NaN].map(clampSpeed)).toEqual([0.1, 0.1, 3, 100, 100, 1]);
  });

  it('is the chosen one when nothing is near', () => {
    expect(headAfter(0, 10, calm(1))).toBe(10 * MS);
    expect(headAfter(0, 10, calm(100))).toBe(1000 * MS);
    expect(headAfter(0, 10, calm(0.1))).toBe(1 * MS);
    expect(headAfter(0, 10, calm(100, 3600 * SECOND))).toBe(1000 * MS);
  });

  it('falls to real time before a happening and rises again after it', () => {
    const next = 20 * SECOND;
    const speeds = [0, 10, 18, 19, 19.9].map((second) => speedAt(second * SECOND, calm(100, next)));
    expect(speeds).toEqual([100, 50, 10, 5, 1]);
    const after = [0, 300, 600, 1500].map((sinceLast) =>
      speedAt(next, { speed: 100, next: null, sinceLast }),
    );
    expect(after.slice(0, 2)).toEqual([1, 1]);
    expect(after[2]).toBeGreaterThan(3);
    expect(after[3]).toBe(100);
  });

  it('is never raised by slowing: at real time and below nothing changes', () => {
    for (const speed of [0.1, 0.5, 1]) {
      expect(speedAt(999 * MS, { speed, next: SECOND, sinceLast: 0 })).toBe(speed);
    }
  });

  it('takes about a second more for a happening at 100 times, not the whole way at real time', () => {
    expect(wallUntil(180 * SECOND, 100)).toBeGreaterThan(1_800);
    expect(wallUntil(180 * SECOND, 100)).toBeLessThan(3_500);
  });
});

describe('the head', () => {
  it('stops exactly at the next happening, however long the frame was', () => {
    for (const wall of [1, 16, 100, LONGEST_GAP]) {
      expect(headAfter(19_999 * MS, wall, calm(100, 20 * SECOND))).toBe(20 * SECOND);
    }
    expect(headAfter(0, LONGEST_GAP, calm(100, 1))).toBe(1);
  });

  it('moves on from a happening that it stands on', () => {
    expect(headAfter(SECOND, 16, { speed: 1, next: null, sinceLast: 0 })).toBe(SECOND + 16 * MS);
  });
});

describe('wallStep', () => {
  it('counts ordinary frames and ignores a hidden tab or a sleeping machine', () => {
    expect(wallStep(null, 1000)).toBe(0);
    expect(wallStep(1000, 1016)).toBe(16);
    expect(wallStep(1000, 1400)).toBe(400);
    expect(wallStep(1000, 3_601_000)).toBeLessThan(17);
    expect(wallStep(1000, 900)).toBe(0);
  });

  it('counts the second of two long frames: a machine that takes that long for each does not stand still', () => {
    expect(wallStep(1600, 2200, 1000)).toBe(LONGEST_GAP);
    expect(wallStep(1600, 2200, 1500)).toBeLessThan(17);
    expect(wallStep(1_000, 4_000, 990)).toBeLessThan(17);
  });
});
