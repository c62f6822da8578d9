// Virtual time: integer microseconds since the start of a scenario.

/** An instant or a span, in integer microseconds of virtual time. */
export type Micros = number;

/** One millisecond in microseconds. */
export const MS: Micros = 1_000;
/** One second in microseconds. */
export const SECOND: Micros = 1_000_000;
/** One minute in microseconds. */
export const MINUTE: Micros = 60 * SECOND;

/**
 * Milliseconds (fractions allowed, as in charts) rounded up to whole microseconds. What is finer than a
 * nanosecond is an error of floating point, not a delay: 16.1 ms are 16,100 microseconds.
 */
export function fromMillis(millis: number): Micros {
  return Math.ceil(Math.round(millis * 1e6) / MS);
}
