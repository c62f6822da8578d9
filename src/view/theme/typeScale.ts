// How large the page's type is, for what is laid out in pixels: drawings grow with the words around them.

/** How many times larger than usual the page's type is: the reader's own size, or that of a large window. */
export function typeScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}
