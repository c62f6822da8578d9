// The door to the glossary. It stands apart from `index.ts`, so that it is loaded when a term is opened.
import { glossary as english, type GlossaryEntry } from './en/glossary';

/** The glossary of the language that is shown, by the id of each term. */
export const glossary: Readonly<Record<string, GlossaryEntry>> = english;

export type { GlossaryEntry };
