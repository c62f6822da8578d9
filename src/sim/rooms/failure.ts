// Why a pull, a build or a push came to nothing: a code for those who say what to do about it, beside the words of the
// real tool.

/**
 * `silent`: whoever sends or keeps images does not answer. `spoiled`: what came is not what its digest says. `full`: the
 * disk. `engine`: the runtime beside which was built is down. `disk`: the disk is lost. `name`: nothing has that name.
 * `line`: a line of the recipe cannot be done. `unknown-command`: the scenario does not say what that command does.
 */
export const FAILURE_CODES = [
  'silent',
  'spoiled',
  'full',
  'engine',
  'disk',
  'name',
  'line',
  'unknown-command',
] as const;
/** One of them. */
export type FailureCode = (typeof FAILURE_CODES)[number];

/** What the real tool says, word by word, and why. */
export interface Failing {
  readonly error: string;
  readonly why: FailureCode;
}
