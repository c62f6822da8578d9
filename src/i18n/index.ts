// The door to all words of the interface: `messages` in the language of the page, `format` for its figures.
import { format as english } from './en/format';
import type { Format } from './format';

// A namespace, not an object: the bundler sees which part of it a piece of the page uses, and loads no other.
export * as messages from './en';
/** Figures as that language writes them. */
export const format: Format = english;

export type { Format };
