// Virtual time: integer microseconds since the start of a scenario.

/** An instant or a span, in integer microseconds of virtual time. */
export type Micros = number;

/** One millisecond in microseconds. */
export const MS: Micros = 1_000;
/** One second in microseconds. */
export const SECOND: Micros = 1_000_000;
/** One minute in microseconds. */
export const MINUTE: Micros = 60 * SECOND;

/** Milliseconds (fractions allowed, as in charts) rounded up to whole microseconds. */
export function fromMillis(millis: number): Micros {
  return Math.ceil(millis * MS);
}
