// Words that a first view has none of; those on bundles are asked for when the first bundle is drawn, and known to every
// stage from then on.
import { besideBundles } from '../../layout/label/besideBundles';
import type { LateWords } from '../../layout/label/telling';

let words = $state.raw<LateWords>(besideBundles);
let coming: Promise<void> | null = null;

/** Late words as far as they are loaded. */
export const lateWords = {
  /** Without those on bundles until they are there: then each bundle has one word for all. */
  get current(): LateWords {
    return words;
  },

  /** Loads those on bundles, unless that was asked for before. */
  loadOnBundle(): void {
    coming ??= import('../../layout/label/onBundle').then(
      ({ bundleLabels }) => void (words = { ...words, onBundle: bundleLabels }),
      () => undefined,
    );
  },
};
