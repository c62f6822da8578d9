// How much a caption holds: what is told is cut to it, and the line is as wide as it needs.

/** Characters a line, as they are read best. */
export const LINE = 75;
/** What is no longer than this is not broken: no word or two stand alone in a second line. */
export const ONE_LINE = 100;
/** Lines of a caption; a phone sets the same in more of them. */
export const LINES = 2;
