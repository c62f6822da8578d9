// Text that was scrolled by the page does not stand with half a line under the edge of what scrolls it.

/** Top and bottom of the lines that an edge goes through, px from it. */
function cutLines(text: HTMLElement, edge: number): { top: number; bottom: number }[] {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const cut: { top: number; bottom: number }[] = [];
  while (walker.nextNode()) {
    range.selectNode(walker.currentNode);
    for (const line of range.getClientRects())
      if (line.top < edge - 1 && line.bottom > edge + 1)
        cut.push({ top: line.top - edge, bottom: line.bottom - edge });
  }
  return cut;
}

/** Scrolls on to the next whole line, or back to the last one where nothing is left to scroll. */
export function standOnLine(text: HTMLElement, scroller: HTMLElement): void {
  const edge = scroller.getBoundingClientRect().top;
  const below = cutLines(text, edge).map(({ bottom }) => bottom);
  if (below.length > 0) scroller.scrollBy(0, Math.ceil(Math.max(...below)));
  const above = cutLines(text, edge).map(({ top }) => top);
  if (above.length > 0) scroller.scrollBy(0, Math.floor(Math.min(...above)));
}
