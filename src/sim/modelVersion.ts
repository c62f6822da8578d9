// The number that links and files carry, so that a run of an older model can say so.

/** Rises when a run of the same scenario, seed and journal may come out differently. */
export const MODEL_VERSION = 3;
