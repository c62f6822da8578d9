// The door to what is said about a run. It stands apart from `index.ts`, so that a page shows its stage first.
import { enSentences, type Sentences } from './en/sentences';

/** The sentences of the language that is shown. */
export const sentences: Sentences = enSentences;

export type { Sentences };
