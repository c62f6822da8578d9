// A running amount of CPU time: stored as (amount, rate, since), read by a function, never rewritten by
// the mere passing of time. Whole core-microseconds, and a rest below one in micro-core-microseconds.
import { mulDivRem } from './number';
import type { Micros } from './time';

/** Micro-cores in a core, and so micro-core-microseconds in a core-microsecond. */
export const MICRO_CORES = 1_000_000;

/** An amount of work: `whole` core-microseconds plus `rest` (0 to 999,999) micro-core-microseconds. */
export interface Amount {
  readonly whole: number;
  readonly rest: number;
}

/** An amount that grows at `rate` micro-cores since `since`. */
export interface RunningAmount extends Amount {
  readonly rate: number;
  readonly since: Micros;
}

/** The amount plus `rate` micro-cores during `micros`. Exact; RangeError above 2^53 core-microseconds. */
export function accumulate(amount: Amount, rate: number, micros: Micros): Amount {
  const { quotient, remainder } = mulDivRem(rate, micros, MICRO_CORES);
  const rest = amount.rest + remainder;
  const carry = rest >= MICRO_CORES ? 1 : 0;
  const whole = amount.whole + quotient + carry;
  if (!Number.isSafeInteger(whole)) throw new RangeError(`an amount beyond 2^53 core-microseconds: ${whole}`);
  return { whole, rest: rest - carry * MICRO_CORES };
}

/** What has been done by `at`; RangeError for an instant before `since`. */
export function readAt(running: RunningAmount, at: Micros): Amount {
  if (at < running.since) throw new RangeError(`an amount since ${running.since} cannot be read at ${at}`);
  return accumulate(running, running.rate, at - running.since);
}

/** The same amount, going on at another rate (micro-cores) from `at`. */
export function changeRate(running: RunningAmount, at: Micros, rate: number): RunningAmount {
  const { whole, rest } = readAt(running, at);
  return { whole, rest, rate, since: at };
}
