// How a word has room on its button, or words on several: what has none is left out, as the button's title says it too.
/** The smallest type of a page, in parts of that of its root, where its `--least` does not say. */
const SMALLEST = 0.75;

/** The room on one button, or where several are, px; its width and height are bound to it. */
export class ButtonRoom {
  width = $state(0);
  height = $state(0);
  #size = $state(0);
  #smallest = $state(0);

  /** Reads the size of its type once it is there, and again in a window of another size. */
  readonly measured = (element: HTMLElement): void => {
    void this.width;
    const sizeOf = (each: Element) => Number.parseFloat(getComputedStyle(each).fontSize);
    this.#size = sizeOf(element);
    const least = Number.parseFloat(getComputedStyle(element).getPropertyValue('--least')) || SMALLEST;
    this.#smallest = least * sizeOf(document.documentElement);
  };

  /** Its type and the smallest of the page, px; 0 before they are known. */
  get type(): { readonly size: number; readonly smallest: number } {
    return { size: this.#size, smallest: Math.min(this.#size, this.#smallest) };
  }
}
