// How a word has room on a bar or a button: on one line, on several, or in the smallest type.
import { breakLines } from './measure';

/** Left and right of a word together, px, and the height of a line as part of the size of its type. */
const BESIDE = 8;
export const LINE = 1.1;
const BOLD = 700;

/** A text in lines; `isSmall`: in the smallest type. */
export interface Fitting {
  readonly text: string;
  readonly isSmall: boolean;
}

/** Room on a bar, and sizes of type, px. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly smallest: number;
}

/** The first of these in bold type that fits: on one line, on several, or in the smallest type; empty where none does. */
export function fittingText(texts: readonly string[], { width, height, size, smallest }: Room): Fitting {
  const inLines = (text: string, type: number, most: number): string | null => {
    const lines = breakLines(text, type, BOLD, width - BESIDE);
    const fits = lines !== null && lines.length <= most && lines.length * type * LINE <= height;
    return fits ? lines.join('\n') : null;
  };
  for (const type of size > 0 ? [size, Math.min(size, smallest)] : []) {
    for (const most of [1, Infinity]) {
      const text = texts.map((each) => inLines(each, type, most)).find((each) => each !== null);
      if (text !== undefined) return { text, isSmall: type < size };
    }
  }
  return { text: '', isSmall: false };
}
