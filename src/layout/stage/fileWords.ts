// Words of the files on a disk: on each that has room; of the others behind the last, or on the one that they lie over.
import { fittingText, type Fitting } from '../text/fitting';

/** A file with what may be said of it on itself, the longest first. */
export interface SpokenFile {
  /** Of the whole disk, 0 to 1. */
  readonly part: number;
  readonly texts: readonly string[];
  /** Where it has no room itself; empty where it is told elsewhere. */
  readonly name: string;
  /** It is written over the file before it. */
  readonly isOver: boolean;
}

/** How files are told that are too thin. */
export interface FileWords {
  readonly over: (files: string) => string;
  readonly under: (file: string, files: string) => string;
}

/** The disk, and sizes of type, px. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly smallest: number;
}

/** A word for each file, and one behind the last; both may be empty. */
export interface ToldFiles {
  readonly on: readonly Fitting[];
  readonly after: Fitting;
}

/** What stays clear above and below a word together, and the line beside a file, px. */
const CLEAR = 4;
const LINE_BESIDE = 2;
const NOTHING: Fitting = { text: '', isSmall: false };

/** Files without a word that lie beside each other: the first and the one after the last. */
function runsIn(on: readonly Fitting[]): { from: number; to: number }[] {
  const isSilent = (at: number) => on[at]?.text === '';
  return on.flatMap((_, from) => {
    if (!isSilent(from) || (from > 0 && isSilent(from - 1))) return [];
    let to = from + 1;
    while (isSilent(to)) to += 1;
    return { from, to };
  });
}

const freeOf = (files: readonly SpokenFile[]) => 1 - files.reduce((sum, { part }) => sum + part, 0);

/** Every file of a disk with its word. */
export function tellFiles(files: readonly SpokenFile[], words: FileWords, room: Room): ToldFiles {
  const fitting = (texts: readonly string[], part: number) =>
    fittingText(texts, { ...room, width: part * room.width - LINE_BESIDE, height: room.height - CLEAR });
  const on = files.map(({ texts, isOver, part }, at) => {
    const over = isOver ? fitting(texts.map(words.over), part) : NOTHING;
    // The last one is told behind rather than without what it lies over.
    const isBehind =
      isOver && at === files.length - 1 && fitting(texts.map(words.over), freeOf(files)).text !== '';
    return over.text === '' && !isBehind ? fitting(texts, part) : over;
  });
  const free = freeOf(files);
  let after = NOTHING;
  for (const { from, to } of runsIn(on)) {
    const names = files
      .slice(from, to)
      .flatMap(({ name }) => name || [])
      .join(', ');
    if (names === '') continue;
    if (to === files.length)
      after = fitting(files[from]!.isOver ? [words.over(names), names] : [names], free);
    const below = files[from - 1];
    if (after.text !== '' || below === undefined || !files[from]!.isOver) continue;
    const both = fitting(
      below.texts.map((text) => words.under(text, names)),
      below.part,
    );
    if (both.text !== '') on[from - 1] = both;
  }
  return { on, after };
}
