// The words under marks: asked for where a mark is to be expected, and there for every timeline from then on.
import type { labelsOf } from './markWords';

let labels = $state.raw<typeof labelsOf | null>();
let coming: Promise<void> | null = null;

/** The words under marks, as far as they are loaded. */
export const lateLabels = {
  /** Undefined until they are loaded, null where they could not be: then marks have no words. */
  get current(): typeof labelsOf | null | undefined {
    return labels;
  },

  /** Loads them, unless that was asked for before. */
  load(): void {
    coming ??= import('./markWords').then(
      (file) => void (labels = file.labelsOf),
      () => void (labels = null),
    );
  },
};
