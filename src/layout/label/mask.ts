// Figures that run, as blanks of the same width: what is written can then stay in its place while a countdown runs.
import { blankNumber, digitBlank } from '../text/measure';

/** Blanks for the figures of texts, and the way back. Texts that are equal have equal blanks, others do not. */
export interface Mask {
  /** The text with a blank for each figure. */
  over(text: string): string;
  /** The text with its figures again. */
  off(text: string): string;
  /** All figures under the mask, in order. */
  figures(): string;
}

/** A mask that covers nothing yet. */
export function createMask(): Mask {
  const known = new Map<string, string>();
  const figures: string[] = [];
  return {
    over(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const masked = text.replaceAll(/\d/g, (figure) => {
        const blank = digitBlank(figures.length);
        if (blank === null) return figure;
        figures.push(figure);
        return blank;
      });
      known.set(text, masked);
      return masked;
    },
    off: (text) => text.replaceAll(/[\uE000-\uF8FF]/g, (blank) => figures[blankNumber(blank)] ?? blank),
    figures: () => figures.join(''),
  };
}
