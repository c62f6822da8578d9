// Words of the files on a disk: on each that has room; of the others behind the last, or on the one that they lie over.
// What is free is told at its end.
import { fittingText, LINE, type Fitting } from '../text/fitting';
import { textWidth } from '../text/measure';

/** A file with what may be said of it on itself, the longest first. */
export interface SpokenFile {
  /** Of the whole disk, 0 to 1. */
  readonly part: number;
  readonly texts: readonly string[];
  /** Where it has no room itself; empty where it is told elsewhere. */
  readonly name: string;
  /** With others beside it that are no wider; empty where it is told elsewhere. */
  readonly inRow: string;
  /** It is written over the file before it. */
  readonly isOver: boolean;
  /** Names of what several VMs write over it; empty where it is under one or none. */
  readonly overs: readonly string[];
}

/** How files are told that are too thin. */
export interface FileWords {
  readonly over: (files: string) => string;
  readonly under: (file: string, files: string) => string;
  /** "VM 1 to 4": the first, and the number or the name of the last. */
  readonly range: (first: string, last: string) => string;
  /** "VM 1 and 2". */
  readonly pair: (first: string, second: string) => string;
}

/** The disk, and sizes of type, px. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly smallest: number;
}

/** One word over files beside each other, each of which is too thin for its own. */
export interface RowWord {
  readonly from: number;
  /** The one after the last. */
  readonly to: number;
  readonly word: Fitting;
}

/** A word for each file, one behind the last, and one in what is free; all may be empty. */
export interface ToldFiles {
  readonly on: readonly Fitting[];
  readonly after: Fitting;
  readonly free: Fitting;
  /** The first of the files that are told behind the last. */
  readonly afterFrom: number;
  readonly rows: readonly RowWord[];
}

/** What stays clear above and below a word together, and the line beside a file, px. */
const CLEAR = 3;
const LINE_BESIDE = 2;
/** What the line from the last file to the word behind it takes, and what stays clear between that and what is free, px. */
const LEADER = 4;
const APART = 12;
/** Left and right of a number alone together, px. */
const BESIDE_NUMBER = 3;
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

/** Names that differ by nothing but numbers, the smallest number first; others as they are. */
export function byNumber(names: readonly string[]): readonly string[] {
  const numberIn = (name: string) => Number(/\d+$/.exec(name)?.[0] ?? NaN);
  const stems = new Set(names.map((name) => name.replace(/\d+$/, '')));
  return stems.size > 1 ? names : [...names].sort((one, other) => numberIn(one) - numberIn(other));
}

/** Names that differ by numbers, each one more than that before, are told from the first to the last. */
export function gathered(
  names: readonly string[],
  { range, pair }: Pick<FileWords, 'range' | 'pair'>,
): string {
  const runs: { stem: string; numbers: number[]; names: string[] }[] = [];
  for (const name of names) {
    const [, stem = name, digits = ''] = /^(.*\D)(\d+)$/.exec(name) ?? [];
    const last = runs.at(-1);
    const isNext = last?.stem === stem && last.numbers.at(-1) === Number(digits) - 1;
    if (isNext) {
      last.numbers.push(Number(digits));
      last.names.push(name);
    } else runs.push({ stem, numbers: [digits === '' ? NaN : Number(digits)], names: [name] });
  }
  const told = runs.map(({ stem, numbers, names }) => {
    const last = stem.endsWith(' ') ? String(numbers.at(-1)) : names.at(-1)!;
    if (names.length > 2) return range(names[0]!, last);
    return names.length === 2 && stem.endsWith(' ') ? pair(names[0]!, last) : names.join(', ');
  });
  return told.join(', ');
}

const widest = (text: string, size: number) =>
  Math.max(...text.split('\n').map((line) => textWidth(line, size, 700)));

const freeOf = (files: readonly SpokenFile[]) => 1 - files.reduce((sum, { part }) => sum + part, 0);

/**
 * The numbers of VMs alone, on files too thin for more beside a base that names them; none where one has no room. What
 * else lies there has none: "2" on a second snapshot would be read as VM 2.
 */
function numbersOn(
  run: readonly SpokenFile[],
  overs: readonly string[],
  { width, height, size, smallest }: Room,
): readonly string[] {
  const isOf = run.map(({ name }) => overs.includes(name));
  const numbers = run.map(({ name }, at) => (isOf[at] && /(?<= )\d+$/.exec(name)?.[0]) || '');
  const fits = run.every(({ part }, at) => {
    const room = part * width - LINE_BESIDE - BESIDE_NUMBER;
    return !isOf[at] || (numbers[at] !== '' && textWidth(numbers[at]!, smallest, 700) <= room);
  });
  return fits && size > 0 && smallest * LINE <= height - CLEAR ? numbers : [];
}

/** Every file of a disk with its word, and what may be said of the part that is free. */
export function tellFiles(
  files: readonly SpokenFile[],
  words: FileWords,
  room: Room,
  freeTexts: readonly string[] = [],
): ToldFiles {
  const fitting = (texts: readonly string[], part: number) =>
    fittingText(texts, { ...room, width: part * room.width - LINE_BESIDE, height: room.height - CLEAR });
  const free = freeOf(files);
  const behind = (texts: readonly string[]) => fitting(texts, free - LEADER / room.width);
  const told = (names: readonly string[]) => [...new Set([names.join(', '), gathered(names, words)])];
  // Files of several VMs are told in the order of their numbers, whichever of them was there first.
  const underOf = ({ texts, part }: SpokenFile, names: readonly string[]) =>
    fitting(
      told(byNumber(names)).flatMap((each) => texts.map((text) => words.under(text, each))),
      part,
    );
  const unders = files.map((file) => (file.overs.length > 0 ? underOf(file, file.overs) : NOTHING));
  const on = files.map(({ texts, isOver, part }, at) => {
    if (unders[at]!.text !== '') return unders[at]!;
    // Under several VMs, and it says so: none of them alone is over it.
    if (at > 0 && unders[at - 1]!.text !== '') return fitting(texts, part);
    const over = isOver ? fitting(texts.map(words.over), part) : NOTHING;
    // The last one is told behind rather than without what it lies over.
    const isBehind = isOver && at === files.length - 1 && behind(texts.map(words.over)).text !== '';
    return over.text === '' && !isBehind ? fitting(texts, part) : over;
  });
  let after = NOTHING;
  let afterFrom = files.length;
  const rows: RowWord[] = [];
  for (const { from, to } of runsIn(on)) {
    const run = files.slice(from, to);
    const names = told(run.flatMap(({ name }) => name || []));
    const { isOver } = run[0]!;
    if (names[0] !== '' && to === files.length)
      after = behind(isOver && !unders[from - 1]?.text ? [...names.map(words.over), ...names] : names);
    if (after.text !== '') {
      // What is told elsewhere is not led to the word.
      afterFrom = from + run.findIndex(({ name }) => name !== '');
      continue;
    }
    const below = files[from - 1];
    if (unders[from - 1]?.text)
      numbersOn(run, files[from - 1]!.overs, room).forEach(
        (text, at) => (on[from + at] = { text, isSmall: room.smallest < room.size }),
      );
    if (names[0] !== '' && isOver && below !== undefined) {
      const under = underOf(
        below,
        run.flatMap(({ name }) => name || []),
      );
      if (under.text !== '' && below.overs.length === 0) on[from - 1] = under;
    } else if (run.length > 1 && run.every((file) => file.inRow !== '' && !file.isOver)) {
      const part = run.reduce((sum, file) => sum + file.part, 0);
      const word = fitting(told(run.map(({ inRow }) => inRow)), part);
      if (word.text !== '') rows.push({ from, to, word });
    }
  }
  const taken = after.text === '' ? 0 : LEADER + APART + widest(after.text, room.size);
  return { on, after, afterFrom, rows, free: fitting(freeTexts, free - taken / room.width) };
}
