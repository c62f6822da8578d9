// The door to the words about what programs looked for. They come with a world that has files.
import { enNeeds, type NeedsMessages } from './en/needs';

/** What is said about needs in the language that is shown. */
export const needs: NeedsMessages = enNeeds;

export type { NeedsMessages };
