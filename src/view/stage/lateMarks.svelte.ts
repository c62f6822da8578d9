// The marks of all stages of the page: asked for once, and there for every stage from then on.
import type * as Marks from './marks';

export type StageMarks = typeof Marks;

let marks = $state.raw<StageMarks | null>(null);
let failure = $state.raw<unknown>(null);
let coming: Promise<void> | null = null;

export const lateMarks = {
  /** Null until they are loaded. */
  get current(): StageMarks | null {
    return marks;
  },

  /** What kept them from being loaded. */
  get failure(): unknown {
    return failure;
  },

  /** Loads them, unless that was asked for before. */
  load(): void {
    coming ??= import('./marks').then(
      (file) => void (marks = file),
      (error: unknown) => void (failure = error),
    );
  },
};
