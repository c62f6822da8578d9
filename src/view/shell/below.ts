// Whether something lies further down than what is seen: only a browser that lays out the page knows.

/**
 * Tells each time that `end` comes into sight or leaves it whether it lies below what is seen of `root`, or of the
 * window. `foot`: so many px above the lower edge are covered. Returns what ends the watch.
 */
export function watchBelow(
  end: HTMLElement,
  root: HTMLElement | null,
  tell: (isBelow: boolean) => void,
  foot = 0,
): () => void {
  const look = (entries: readonly IntersectionObserverEntry[]) => {
    const { isIntersecting, boundingClientRect, rootBounds } = entries.at(-1)!;
    tell(!isIntersecting && boundingClientRect.top > (rootBounds?.top ?? 0));
  };
  const seen = new IntersectionObserver(look, { root, rootMargin: `0px 0px ${-foot}px` });
  seen.observe(end);
  return () => seen.disconnect();
}

/** Has whole rows hidden under what stands over the foot of a list, as soon as that is loaded. Returns what ends it. */
export function hideRowsLater(list: HTMLElement, foot: HTMLElement): () => void {
  const hidden = import('./wholeRows').then(({ hideWholeRows }) => hideWholeRows(list, foot));
  // Without it a row is cut: nothing to tell a reader.
  hidden.catch(() => undefined);
  return () => void hidden.then((stop) => stop()).catch(() => undefined);
}
