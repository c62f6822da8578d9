// The agenda gives back what was put in, in order of time and then of insertion, whatever comes between.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agenda } from '../../../src/sim/engine/agenda';

/** The same promise kept in the plainest way: look for the least (time, insertion) each time. */
class PlainAgenda {
  readonly #entries: { time: number; code: number }[] = [];

  add(time: number, code: number): void {
    this.#entries.push({ time, code });
  }

  get firstTime(): number {
    return this.#entries.reduce((least, { time }) => Math.min(least, time), Infinity);
  }

  take(now: number): number | null {
    const at = this.#entries.findIndex(({ time }) => time === now);
    return at < 0 ? null : this.#entries.splice(at, 1)[0]!.code;
  }
}

/** Delays from nothing to an hour, many of them equal. */
const delay = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 0, max: 3_000_000 }),
  fc.integer({ min: 0, max: 60 }).map((minutes) => minutes * 60_000_000),
);
/** For each entry taken, the delays of those it adds. */
const script = fc.array(fc.array(delay, { maxLength: 3 }), { maxLength: 200 });

describe('the agenda', () => {
  it('orders by time, then by insertion', () => {
    fc.assert(
      fc.property(fc.array(delay, { maxLength: 60 }), script, (first, then) => {
        const agenda = new Agenda();
        const plain = new PlainAgenda();
        let now = 0;
        let code = 0;
        const add = (after: number): void => {
          if (after === 0 && code % 2 === 0) agenda.addNow(7, code, -1, { code });
          else agenda.add(now, now + after, 7, code, -1);
          plain.add(now + after, code++);
        };
        first.forEach(add);
        for (const added of then) {
          while (!agenda.hasMore(now) && agenda.firstTime() < Infinity) now = agenda.firstTime();
          const wanted = plain.take(now);
          expect(agenda.take(now)).toBe(wanted !== null);
          if (wanted === null) break;
          expect(agenda.code).toBe(wanted);
          if (agenda.payload !== null) expect(agenda.payload).toEqual({ code: wanted });
          added.forEach(add);
        }
        if (!agenda.hasMore(now)) expect(agenda.firstTime()).toBe(plain.firstTime);
      }),
      { numRuns: 500 },
    );
  });

  it('gives each waiting entry a slot of its own, and tells when it is due', () => {
    const agenda = new Agenda();
    const slots = Array.from({ length: 5_000 }, (_, i) =>
      agenda.add(0, (i * 7_919_000) % 90_000_000, i, i, -1),
    );
    expect(new Set(slots).size).toBe(5_000);
    slots.forEach((slot, i) => expect(agenda.timeOf(slot)).toBe((i * 7_919_000) % 90_000_000));
  });
});
