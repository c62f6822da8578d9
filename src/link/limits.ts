// How much a link or a file may ask for. Everything above is refused before it costs anything.
import { MINUTE, type Micros } from '../sim';

/** Characters of a packed situation in an address; some 500 commands of a journal fit. */
export const MOST_LINK = 16_384;
/** Characters of a situation as JSON: of a file, and of a link once it is unpacked. */
export const MOST_TEXT = 512 * 1024;
/** Boxes of a world that a situation brings along. */
export const MOST_BOXES = 2_000;
/** Cores of one host or VM in such a world. */
export const MOST_CORES = 1_024;
/** Commands of all journals together, and faults of a world. */
export const MOST_COMMANDS = 2_000;
/** Runs of one situation, the one that is shown among them. */
export const MOST_RUNS = 12;
/** The last instant that can be asked for; all runs of a situation together are no longer. */
export const MOST_AT: Micros = 24 * 60 * MINUTE;
/** Facts of a replay, of all runs together. */
export const MOST_FACTS = 50_000;
/** How deep a situation may be nested: boxes on boxes, each two levels of JSON, stand at most twelve high. */
export const MOST_DEPTH = 32;

/** Characters of the longest word of a specification, or argument of a command: the files that one OS or image is set up with. */
export const MOST_WORD = 4_000;
