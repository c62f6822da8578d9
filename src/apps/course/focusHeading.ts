// Takes the reader to a heading after the page has changed under them.

/** Focuses the first page heading inside an element, if it has one; the view does not jump. */
export function focusHeading(inside: HTMLElement): void {
  const heading = inside.querySelector<HTMLElement>('h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
