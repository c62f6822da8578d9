// Words that a first view has none of; those on bundles and at the line of a host are asked for when the first of these is
// drawn, and known to every stage from then on.
import { besideBundles } from '../../layout/label/besideBundles';
import type { LateWords } from '../../layout/label/telling';
import { lateFile } from './lateFile.svelte';

const all = lateFile(async (): Promise<LateWords> => (await import('../../layout/label/allWords')).allWords);

/** Late words as far as they are loaded. */
export const lateWords = {
  /** Without those on bundles until they are there: then each bundle has one word for all. */
  get current(): LateWords {
    return all.current ?? besideBundles;
  },

  /** Loads those on bundles and at the line of a host, unless that was asked for before. */
  loadAll: all.load,
};
