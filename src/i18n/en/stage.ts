// Words on the stage: floors, reservations, free memory, outlines, scale.

/** Messages of `src/view/stage`. */
export const stage = {};
