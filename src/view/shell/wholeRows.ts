// Where a list that scrolls is cut by what stands over its foot: no row is cut through its letters.

/** What is read or pressed as a row. */
const ROWS = 'button, select, p, h2, h3, summary, label';

/** By how many px what stands over the foot of `list`, from `top` down, has to begin higher, so that it hides whole rows. */
function cutBy(list: HTMLElement, foot: HTMLElement, top: number): number {
  const cut = [...list.querySelectorAll<HTMLElement>(ROWS)]
    .filter((row) => !foot.contains(row))
    .map((row) => row.getBoundingClientRect())
    .filter((box) => box.top < top && box.bottom > top + 1);
  return cut.length === 0 ? 0 : Math.max(...cut.map((box) => top - box.top)) + 1;
}

/**
 * Holds `foot`, which sticks to the lower edge of `list`, as high as whole rows need while the list stands at its
 * beginning. Returns what ends it.
 */
export function hideWholeRows(list: HTMLElement, foot: HTMLElement): () => void {
  const fit = () => {
    foot.style.paddingTop = '0px';
    const { top } = foot.getBoundingClientRect();
    if (list.scrollTop === 0) foot.style.paddingTop = `${cutBy(list, foot, top)}px`;
  };
  const sizes = new ResizeObserver(fit);
  for (const each of [list, ...list.children]) if (each !== foot) sizes.observe(each);
  list.addEventListener('scroll', fit, { passive: true });
  fit();
  return () => {
    sizes.disconnect();
    list.removeEventListener('scroll', fit);
  };
}
