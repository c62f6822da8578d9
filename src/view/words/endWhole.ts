// Where a list that scrolls ends: no row is cut through its letters while it stands at its beginning.

/** Ends a list, whose box is as high as what is around it allows, with its last whole row. Returns what ends it. */
export function endWhole(list: HTMLElement): () => void {
  const fit = () => {
    // Whoever has gone on in it stays there.
    if (list.scrollTop > 0) return;
    list.style.maxHeight = '';
    const end = list.clientHeight;
    const cut = ([...list.children] as HTMLElement[]).find(
      ({ offsetTop, offsetHeight }) => offsetTop + offsetHeight > end + 1,
    );
    if (cut && cut.offsetTop > 0) list.style.maxHeight = `${cut.offsetTop}px`;
  };
  const sizes = new ResizeObserver(fit);
  for (const each of [list.parentElement, ...list.children]) if (each !== null) sizes.observe(each);
  return () => sizes.disconnect();
}
