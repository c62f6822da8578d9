// The height a stage is drawn for, while what stands beside it grows and shrinks a little: its scale stays.

/** A stage that grows by less than this part keeps its scale. */
const little = 0.15;

/**
 * The height (px) for a room of `now`, `kept` being the one that was drawn for before. It never is more than there is,
 * so a stage that shrinks gets smaller; one that grows again by little does not.
 */
export const steadyHeight = (kept: number, now: number): number =>
  now >= kept && now < kept * (1 + little) ? kept : now;
