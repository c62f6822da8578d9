// The scene told as an outline.

const COPIES = { one: 'copy', other: 'copies' };

/** Pieces of the outline that says what stands on what. */
export const scene = {
  copies: COPIES,
  line: (name: string, state: string) => `${name}: ${state}`,
  serving: (serving: string, all: string) => `${serving} of ${all} copies serving`,
  memory: (used: string, size: string) => `${used} of ${size} used`,
  free: (free: string) => `${free} free`,
  unplaced: 'Not placed',
  fell: (root: string, copies: string) => `${copies} fell with ${root}`,
  fellAndSuffer: (root: string, copies: string, suffering: string) =>
    `${copies} fell with ${root}, ${suffering} with errors`,
};
