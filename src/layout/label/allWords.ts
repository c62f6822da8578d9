// All words that come late, for pictures that are drawn once and whole.
import { besideBundles } from './besideBundles';
import { bundleLabels } from './onBundle';
import { overLine } from './overLine';
import type { LateWords } from './telling';

/** All late words: for a lens, which opens a bundle, and for what is drawn at once. */
export const allWords: LateWords = { ...besideBundles, onBundle: bundleLabels, overLine };
