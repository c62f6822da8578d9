// Words that a first view has none of; those on bundles are asked for when the first bundle is drawn, and known to every
// stage from then on.
import { besideBundles } from '../../layout/label/besideBundles';
import type { LateWords } from '../../layout/label/telling';
import { lateFile } from './lateFile.svelte';

const onBundle = lateFile(async (): Promise<LateWords> => {
  const { bundleLabels } = await import('../../layout/label/onBundle');
  return { ...besideBundles, onBundle: bundleLabels };
});

/** Late words as far as they are loaded. */
export const lateWords = {
  /** Without those on bundles until they are there: then each bundle has one word for all. */
  get current(): LateWords {
    return onBundle.current ?? besideBundles;
  },

  /** Loads those on bundles, unless that was asked for before. */
  loadOnBundle: onBundle.load,
};
