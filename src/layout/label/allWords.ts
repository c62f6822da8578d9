// All words that come late, for pictures that are drawn once and whole.
import { besideBundles } from './besideBundles';
import { bundleLabels } from './onBundle';
import type { LateWords } from './telling';

export const allWords: LateWords = { ...besideBundles, onBundle: bundleLabels };
