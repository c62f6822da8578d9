// What arguments of commands must be.
import type { ArgumentRule } from '../engine/model';

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number): ArgumentRule {
  return {
    wanted: `a whole number from ${least} to ${most}`,
    accepts: (value) =>
      Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
  };
}

/** One of these words. */
export function oneOf(...words: readonly string[]): ArgumentRule {
  return { wanted: words.join(' | '), accepts: (value) => words.includes(value as string) };
}

/** true or false. */
export const onOff: ArgumentRule = { wanted: 'true | false', accepts: (value) => typeof value === 'boolean' };

/** A rule for an argument that may be left out. */
export function optional(rule: ArgumentRule): ArgumentRule {
  return { ...rule, optional: true };
}
