// Memory that was promised more than once: what is merged, taken by balloons and swapped.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scannedPerSecond } from '../../../src/sim/resources/pages';
import {
  afterSecond,
  canGive,
  coresWhileSwapped,
  shortage,
  swappedBytes,
  used,
  wantedBytes,
  type Guest,
  type Means,
} from '../../../src/sim/resources/reclaim';
import { CORE, MEBIBYTE } from '../../../src/sim/resources/units';

const guest = (touched: number, needed = touched, balloon = 0, merged = 0): Guest => ({
  touchedBytes: touched,
  neededBytes: needed,
  balloonBytes: balloon,
  mergedBytes: merged,
});
const balloon = (bytes: number): Means => ({ balloonBytesPerSecond: bytes, mergeableBytes: 0 });

describe('a guest', () => {
  it('keeps what it touched when it needs less, and takes it out of the balloon when it needs more', () => {
    expect(used(guest(10, 10), 4, 0)).toEqual(guest(10, 4));
    expect(used(guest(10, 4, 5), 8, 0)).toEqual(guest(10, 8, 2));
    expect(used(guest(10, 4, 5), 12, 0)).toEqual(guest(12, 12, 0));
  });
});

describe('a second', () => {
  it('lets balloons take what is short, at their speed and only what is not needed', () => {
    const guests = [guest(100, 40), guest(100, 95), guest(100, 100)];
    const after = afterSecond(guests, [balloon(30), balloon(30), balloon(30)], 200, 0);
    expect(after.map(({ balloonBytes }) => balloonBytes)).toEqual([30, 5, 0]);
    const later = afterSecond(after, [balloon(30), balloon(30), balloon(30)], 200, 0);
    expect(later.map(({ balloonBytes }) => balloonBytes)).toEqual([60, 5, 0]);
    expect(shortage(later, 200)).toBe(35);
    expect(canGive(later, [balloon(30), balloon(30), balloon(30)], 200, 0)).toBe(false);
  });

  it('merges as much as the scanner has seen of all memory', () => {
    expect(scannedPerSecond(100, 20)).toBe(5_000 * 4096);
    const guests = [guest(1000), guest(1000)];
    const means = [
      { balloonBytesPerSecond: 0, mergeableBytes: 0 },
      { balloonBytesPerSecond: 0, mergeableBytes: 300 },
    ];
    const once = afterSecond(guests, means, 5000, 500);
    expect(once.map(({ mergedBytes }) => mergedBytes)).toEqual([0, 75]);
    const rest = afterSecond(afterSecond(once, means, 5000, 500), means, 5000, 5000);
    expect(rest.map(({ mergedBytes }) => mergedBytes)).toEqual([0, 300]);
    expect(canGive(rest, means, 5000, 500)).toBe(false);
  });
});

describe('swap', () => {
  it('takes what is short from all, in proportion, needed or not', () => {
    expect(swappedBytes([guest(300), guest(100)], 200)).toEqual([150, 50]);
    expect(swappedBytes([guest(300), guest(100)], 400)).toEqual([0, 0]);
  });

  it('lets a guest go on as fast as pages come back', () => {
    // A core-second touches 400 MiB, a quarter of it is out; the device brings 50 MiB: half a core.
    const cores = coresWhileSwapped(400, 100, 50 * MEBIBYTE, 400 * MEBIBYTE, CORE);
    expect(cores).toBe(CORE / 2);
    expect(coresWhileSwapped(400, 0, 50, 400, CORE)).toBe(0);
    expect(coresWhileSwapped(400, 100, 50, 0, CORE)).toBe(0);
  });
});

it('nothing is given out twice, and nobody loses what he needs to a balloon', () => {
  const one = fc
    .tuple(fc.nat(1e12), fc.nat(1e12), fc.nat(1e12), fc.nat(1e12))
    .map(([a, b, c, d]) => used({ ...guest(a), balloonBytes: b, mergedBytes: c }, Math.min(a, d), c));
  const means = fc.record({ balloonBytesPerSecond: fc.nat(1e11), mergeableBytes: fc.nat(1e12) });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(one, means), { minLength: 1, maxLength: 8 }),
      fc.nat(4e12),
      fc.nat(1e11),
      (pairs, room, scanned) => {
        const before = pairs.map(([each, mean]) => used(each, each.neededBytes, mean.mergeableBytes));
        const after = afterSecond(
          before,
          pairs.map(([, mean]) => mean),
          room,
          scanned,
        );
        const swapped = swappedBytes(after, room);
        const resident = after.map((each, index) => wantedBytes(each) - swapped[index]!);
        expect(Math.min(...resident, ...swapped)).toBeGreaterThanOrEqual(0);
        expect(resident.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(room);
        after.forEach((each, index) => {
          expect(each.neededBytes + each.balloonBytes).toBeLessThanOrEqual(each.touchedBytes);
          expect(each.mergedBytes).toBeLessThanOrEqual(pairs[index]![1].mergeableBytes);
          expect(each.balloonBytes - before[index]!.balloonBytes).toBeLessThanOrEqual(
            pairs[index]![1].balloonBytesPerSecond,
          );
        });
      },
    ),
    { numRuns: 1_500 },
  );
});
