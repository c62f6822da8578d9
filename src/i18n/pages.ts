// The door to the words of the pages around the lessons. It stands apart, so that they are loaded with those pages.
import { enPages, type PageWords } from './en/pages';

/** The words of the language that is shown. */
export const pageWords: PageWords = enPages;
