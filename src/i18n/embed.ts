// The door to the words of an embedded stage. It stands apart, so that the course does not load them.
import { enEmbed, type EmbedWords } from './en/embed';

/** The words of the language that is shown. */
export const embedWords: EmbedWords = enEmbed;
