// Pre-copy: rounds and pauses of known guests, each stop rule, and a slow version that must agree.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterRound,
  firstRound,
  neverConverges,
  timeToSend,
  type Writer,
} from '../../../src/sim/resources/migration';
import { PAGE } from '../../../src/sim/resources/pages';
import { QEMU, QEMU_AUTO_CONVERGE, XEN, type StopRule } from '../../../src/sim/resources/stopRules';
import { GIBIBYTE, MEBIBYTE } from '../../../src/sim/resources/units';
import { planMigration } from './planMigration';
import { migrateSlowly } from './slowMigration';

const writer = (dirtyMiB: number, workingSetMiB = 512, ramMiB = 4096): Writer => ({
  ramBytes: ramMiB * MEBIBYTE,
  dirtyBytesPerSecond: dirtyMiB * MEBIBYTE,
  workingSetBytes: workingSetMiB * MEBIBYTE,
});
/** Xen as it was first published: Clark et al., NSDI'05 ([M] in MODEL-FACTS.md section 4). */
const XEN_OF_2005: StopRule = { ...XEN, mostRounds: 29, sendsFewLive: false, mostTimesRam: 3 };

const FAST = 10 * GIBIBYTE;

describe('a guest that writes half as fast as memory is sent', () => {
  const plan = planMigration(writer(64, 4096), FAST, QEMU);

  it('leaves half as much in each round', () => {
    expect(plan.rounds.map(({ bytes }) => bytes / MEBIBYTE)).toEqual([4096, 2048, 1024, 512, 256, 128, 64]);
  });

  it('is paused when what is left goes in the downtime that is allowed', () => {
    expect(plan.last).toEqual({ bytes: 32 * MEBIBYTE, downtimeMicros: 250_000, stop: 'downtime' });
    expect(plan.micros).toBe(32_000_000 + 16_000_000 + 8_000_000 + 4_000_000 + 2_000_000 + 1_750_000);
  });
});

describe('stop rules', () => {
  it('Xen sends five rounds and pauses the guest for whatever is left', () => {
    const { rounds, last } = planMigration(writer(1024, 512), 1000 * MEBIBYTE, XEN);
    expect(rounds).toHaveLength(5);
    expect(last).toEqual({ bytes: 512 * MEBIBYTE, downtimeMicros: 512_000, stop: 'most-rounds' });
  });

  it('Xen sends fewer than 50 pages once more beside the running guest, then pauses it', () => {
    const { rounds, last } = planMigration({ ...writer(1), workingSetBytes: 49 * PAGE }, 100 * MEBIBYTE, XEN);
    expect(rounds.map(({ bytes }) => bytes)).toEqual([4096 * MEBIBYTE, 49 * PAGE]);
    expect(last).toMatchObject({ stop: 'few-pages' });
    expect(last?.bytes).toBeLessThan(PAGE);
    const fifty = planMigration({ ...writer(400), workingSetBytes: 50 * PAGE }, 100 * MEBIBYTE, XEN);
    expect(fifty.rounds).toHaveLength(5);
  });

  it('the first Xen also stops at 29 rounds, or when it has sent three times the memory', () => {
    const small = planMigration(writer(400, 64), 100 * MEBIBYTE, XEN_OF_2005);
    expect([small.rounds.length, small.last?.stop]).toEqual([29, 'most-rounds']);
    const large = planMigration(writer(400, 2048), 100 * MEBIBYTE, XEN_OF_2005);
    expect([large.rounds.length, large.last?.stop]).toEqual([6, 'most-sent']);
    const idle = planMigration({ ...writer(400), workingSetBytes: 49 * PAGE }, 100 * MEBIBYTE, XEN_OF_2005);
    expect([idle.rounds.length, idle.last?.bytes]).toEqual([1, 49 * PAGE]);
  });

  it('QEMU sends no more than 128 MiB/s, and goes on as long as the pause would be too long', () => {
    const { rounds, last } = planMigration(writer(200, 512), FAST, QEMU, 60);
    expect([rounds.length, last]).toEqual([60, null]);
    expect(timeToSend(rounds[1]!.bytes, 128 * MEBIBYTE)).toBe(4_000_000);
  });

  it('auto-converge slows the guest down until it converges', () => {
    const { rounds, last } = planMigration(writer(200, 512), FAST, QEMU_AUTO_CONVERGE);
    const throttles = [...new Set(rounds.map(({ throttlePercent }) => throttlePercent))];
    expect(throttles).toEqual([0, 20, 30, 40, 50, 60, 70]);
    expect(last?.stop).toBe('downtime');
  });

  it('a guest that writes nothing has nothing left', () => {
    const { rounds, last } = planMigration(writer(0), FAST, QEMU);
    expect([rounds.length, last]).toEqual([1, { bytes: 0, downtimeMicros: 0, stop: 'few-pages' }]);
  });
});

describe('not converging', () => {
  const limit = 128 * MEBIBYTE * 0.3;
  it.each([
    ['writes slower than it is sent', 127, 512, QEMU, false],
    ['writes as fast as it is sent', 128, 512, QEMU, true],
    ['has a small working set', 400, 38, QEMU, false],
    ['is slowed down', 400, 512, QEMU_AUTO_CONVERGE, false],
    ['writes too fast even at 1 %', 12_800, 512, QEMU_AUTO_CONVERGE, true],
    ['is on Xen, which stops all the same', 400, 512, XEN, false],
  ])('a guest that %s', (_, dirty, workingSet, rule, never) => {
    expect(neverConverges(writer(dirty, workingSet), 128 * MEBIBYTE, rule)).toBe(never);
    expect(planMigration(writer(dirty, workingSet), 128 * MEBIBYTE, rule).last === null).toBe(never);
  });

  it('begins with the first byte above the downtime', () => {
    const at = (workingSetBytes: number) => ({ ...writer(400), workingSetBytes });
    expect(neverConverges(at(Math.floor(limit)), 128 * MEBIBYTE, QEMU)).toBe(false);
    expect(neverConverges(at(Math.floor(limit) + 1), 128 * MEBIBYTE, QEMU)).toBe(true);
  });
});

const bytes = fc.oneof(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 1, max: 512 * GIBIBYTE }));
const writers = fc.record({
  ramBytes: fc.integer({ min: 1, max: 512 * GIBIBYTE }),
  dirtyBytesPerSecond: bytes,
  workingSetBytes: bytes,
});
const rules = fc.constantFrom<StopRule>(XEN, XEN_OF_2005, QEMU, QEMU_AUTO_CONVERGE);
const networks = fc.oneof(
  fc.integer({ min: 1_000_000, max: 4_096_000_000 }),
  fc.constantFrom(125_000_000, 1_250_000_000),
);

describe('random guests', () => {
  it('go through the rounds of the slow version', () => {
    fc.assert(
      fc.property(writers, networks, rules, (guest, network, rule) => {
        const slow = migrateSlowly(guest, network, rule, 200);
        const { rounds, last } = planMigration(guest, network, rule, 200);
        expect(rounds.map((round) => BigInt(round.bytes))).toEqual(slow.rounds);
        expect(rounds.map(({ throttlePercent }) => throttlePercent)).toEqual(slow.throttles);
        expect(last === null ? null : BigInt(last.bytes)).toBe(slow.last);
        if (last === null && rule.throttle === null) {
          expect(
            neverConverges(guest, Math.min(network, rule.mostBytesPerSecond), rule) || isSlow(guest, network),
          ).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('take in each round what the recurrence says, within the time of one page', () => {
    fc.assert(
      fc.property(writers, networks, (guest, network) => {
        let exact = guest.ramBytes;
        let round = firstRound(guest);
        for (let i = 0; i < 30 && round.bytes > 0; i++) {
          const seconds = exact / network;
          const page = PAGE / network;
          expect(Math.abs(timeToSend(round.bytes, network) / 1e6 - seconds)).toBeLessThanOrEqual(page);
          exact = Math.min(guest.dirtyBytesPerSecond * seconds, guest.workingSetBytes, guest.ramBytes);
          round = afterRound(round, guest, network, { ...QEMU, mostBytesPerSecond: 0 }).next;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

/** It converges, but not within the rounds that are compared: it writes nearly as fast as memory is sent. */
function isSlow(guest: Writer, network: number): boolean {
  return guest.dirtyBytesPerSecond > 0.9 * Math.min(network, 128 * MEBIBYTE);
}
