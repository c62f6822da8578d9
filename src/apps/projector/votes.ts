// Arithmetic of a vote: shares of an option, and whether it is worth letting the class talk. Pure.

/** Hands, or rough tenths, by option. */
export type Tally = readonly number[];

/** Between these shares of right answers a talk with the neighbour helps most; the usual advice of peer instruction. */
export const TALK = { from: 0.3, to: 0.7 };
/** By how much a share that was rounded to a tenth of the class can be wrong, in tenths. */
const ROUNDED = 0.5;

/** What to suggest to the presenter after the first vote. */
export type Suggestion = 'talk' | 'explain' | 'run';

/** The share of each option, 0 to 1; all 0 when nobody voted. */
export function sharesOf(tally: Tally): readonly number[] {
  const all = tally.reduce((sum, each) => sum + each, 0);
  return tally.map((each) => (all === 0 ? 0 : each / all));
}

/** Whether these can be tenths of one class, each rounded for itself. */
export function areTenths(tally: Tally): boolean {
  const all = tally.reduce((sum, each) => sum + each, 0);
  return Math.abs(all - 10) <= tally.length * ROUNDED;
}

/** What a first vote suggests: few were right, about half of them, or nearly all. Null when nobody voted. */
export function suggestionFor(tally: Tally, right: number): Suggestion | null {
  const share = sharesOf(tally)[right];
  if (share === undefined || tally.every((each) => each === 0)) return null;
  if (share < TALK.from) return 'explain';
  return share > TALK.to ? 'run' : 'talk';
}
