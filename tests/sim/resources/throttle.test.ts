// A quota inside its period, against a clock that ticks a microsecond at a time.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERIOD_MICROS } from '../../../src/sim/resources/cgroup';
import { throttlingOf, type Throttling } from '../../../src/sim/resources/throttle';
import { CORE } from '../../../src/sim';

/** The same by ticking: each thread takes a microsecond of what is left, or stands. */
function tick(quotaMicros: number, periodMicros: number, threads: number): Throttling {
  let usageMicros = 0;
  let throttledMicros = 0;
  let runsMicros = 0;
  for (let now = 0; now < periodMicros; now++) {
    if (usageMicros < quotaMicros) runsMicros += 1;
    for (let thread = 0; thread < threads; thread++)
      if (usageMicros < quotaMicros) usageMicros += 1;
      else throttledMicros += 1;
  }
  if (throttledMicros === 0) runsMicros = periodMicros;
  return { runsMicros, usageMicros, throttled: throttledMicros > 0 ? 1 : 0, throttledMicros };
}

const quota = (quotaMicros: number) => ({ quotaMicros, periodMicros: PERIOD_MICROS });

describe('a group with a quota', () => {
  it('of four busy threads and 100 ms stops after 25 ms', () => {
    expect(throttlingOf(quota(100_000), 4 * CORE)).toEqual({
      runsMicros: 25_000,
      usageMicros: 100_000,
      throttled: 1,
      throttledMicros: 300_000,
    });
  });

  it('of one thread and half a core stops after half of each period', () => {
    expect(throttlingOf(quota(50_000), CORE)).toMatchObject({ runsMicros: 50_000, throttledMicros: 50_000 });
  });

  it('of one thread and a whole core is never stopped, nor one that has none', () => {
    expect(throttlingOf(quota(100_000), CORE).throttled).toBe(0);
    expect(throttlingOf(quota(0), 8 * CORE).throttled).toBe(0);
  });

  it('does what a clock shows that ticks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 9 }),
        (quotaMicros, periodMicros, threads) => {
          expect(throttlingOf({ quotaMicros, periodMicros }, threads * CORE)).toEqual(
            tick(quotaMicros, periodMicros, threads),
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
