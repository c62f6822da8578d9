// How a word has room on its button: what has none is left out, as the button's title says it too.
import { breakLines } from '../../layout/text/measure';

/** Left and right of a word together, px, and the height of a line as part of the size of its type. */
const BESIDE = 8;
const LINE = 1.1;
const BOLD = 700;
/** The smallest type of a page, in parts of that of its root. */
const SMALLEST = 0.75;

/** A text in lines; `isSmall`: in the smallest type. */
export interface Fitting {
  readonly text: string;
  readonly isSmall: boolean;
}

/** Room on a button, and sizes of type, px. */
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

/** The room on one button, px; its width and height are bound to it. */
export class ButtonRoom {
  width = $state(0);
  height = $state(0);
  #size = $state(0);
  #smallest = $state(0);

  /** Reads the size of its type once it is there, and again in a window of another size. */
  readonly measured = (button: HTMLElement): void => {
    void this.width;
    const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
    this.#size = sizeOf(button);
    this.#smallest = SMALLEST * sizeOf(document.documentElement);
  };

  /** The first of these in bold type that fits on it; empty where none does. */
  fitting(texts: readonly string[]): Fitting {
    const { width, height } = this;
    return fittingText(texts, { width, height, size: this.#size, smallest: this.#smallest });
  }
}
