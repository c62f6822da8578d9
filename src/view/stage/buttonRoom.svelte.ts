// Whether a word has room on its button: what has none is left out, as the button's title says it too.
import { textWidth } from '../../layout/text/measure';

/** Left and right of a word together, px, and the height of a line as part of the size of its type. */
const BESIDE = 12;
const LINE = 1.1;
const BOLD = 700;

/** The room on one button, px; its width and height are bound to it. */
export class ButtonRoom {
  width = $state(0);
  height = $state(0);
  #size = $state(0);

  /** Reads the size of its type once it is there, and again in a window of another size. */
  readonly measured = (button: HTMLElement): void => {
    void this.width;
    this.#size = Number.parseFloat(getComputedStyle(button).fontSize);
  };

  /** The first of these in bold type that fits on it; empty where none does. */
  longest(texts: readonly string[]): string {
    const size = this.#size;
    const isHigh = size > 0 && this.height >= size * LINE;
    return (isHigh && texts.find((text) => this.width >= textWidth(text, size, BOLD) + BESIDE)) || '';
  }
}
