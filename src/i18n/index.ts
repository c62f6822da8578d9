// The door to all words of the interface: `messages` in the language of the page, `format` for its figures.
import { en, type Messages } from './en';
import { format as english } from './en/format';
import type { Format } from './format';

/** The messages of the language that is shown. */
export const messages: Messages = en;
/** Figures as that language writes them. */
export const format: Format = english;

export type { Format, Messages };
