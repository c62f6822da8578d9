// Takes the reader to a heading after the page has changed under them.

/** Focuses the first visible page heading inside an element, if it has one; the view does not jump. */
export function focusHeading(inside: HTMLElement): void {
  const headings = [...inside.querySelectorAll<HTMLElement>('h1')];
  const heading = headings.find((each) => each.checkVisibility({ visibilityProperty: true }));
  if (heading === undefined) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
