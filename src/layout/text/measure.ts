// How much room a text takes, and whether it fits. Estimates from the font's own widths, on the wide side.
import { unknownWidth, widths, type Weight } from './metrics';

/** Height of one line as part of the font size: the font's own line box. */
export const lineHeight = 1.3;

/** From the top of a line box to its baseline, as part of the font size. */
export const ascent = 0.984;

/** How far letters reach above their baseline and, of some, below it, as part of the font size. */
export const letters = { above: 0.74, below: 0.21 } as const;

/** Kerning is not in the table; texts come out at most this much wider than its sum. */
const kerning = 1.01;

/** Characters that no text has, each as wide as a figure: figures are all of one width. */
const blanks = { from: 0xe000, to: 0xf8ff };

/** The blank of this number, or null where there are no more. */
export const digitBlank = (at: number): string | null =>
  blanks.from + at <= blanks.to ? String.fromCharCode(blanks.from + at) : null;

/** The number of a blank; of any other character none that a blank has. */
export const blankNumber = (char: string): number => char.charCodeAt(0) - blanks.from;

const isBlank = (char: string): boolean =>
  char >= String.fromCharCode(blanks.from) && char <= String.fromCharCode(blanks.to);

/** Width of a character that is not among those of ASCII, in thousandths of the font size. */
function otherWidth(char: string, weight: Weight): number {
  return (
    widths[weight].others[char] ?? (isBlank(char) ? (widths[weight].ascii[16] ?? unknownWidth) : unknownWidth)
  );
}

/** Width in pixels of one line. */
export function textWidth(text: string, size: number, weight: Weight): number {
  const table = widths[weight];
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    sum += table.ascii[text.charCodeAt(at) - 32] ?? otherWidth(text.charAt(at), weight);
  }
  return (sum * size * kerning) / 1000;
}

/** Lines filled with these one after the other, or null when one is too wide. */
function fillLines(words: readonly string[], size: number, weight: Weight, width: number): string[] | null {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (textWidth(word, size, weight) > width) return null;
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** The words in as few lines as fit, of as equal widths as can be, or null when one is too wide. */
function evenLines(words: readonly string[], size: number, weight: Weight, width: number): string[] | null {
  let best = fillLines(words, size, weight, width);
  for (let tried = best; best !== null && best.length > 1 && tried?.length === best.length;) {
    best = tried;
    const widest = Math.max(...best.map((line) => textWidth(line, size, weight)));
    tried = fillLines(words, size, weight, widest - 0.01);
  }
  return best;
}

/**
 * The text broken at spaces into as few lines as fit into `width` pixels, of as equal widths as can be, or null
 * when a word is too wide. What a comma or a colon ends stays together, or a figure with its unit, where that needs no
 * more lines.
 */
export function breakLines(text: string, size: number, weight: Weight, width: number): string[] | null {
  const lines = evenLines(text.split(' '), size, weight, width);
  if (lines === null || lines.length === 1) return lines;
  const ways = [/(?<=[,:]) /, / (?!.iB)/].map((gap) => evenLines(text.split(gap), size, weight, width));
  return ways.find((way) => way !== null && way.length <= lines.length) ?? lines;
}
