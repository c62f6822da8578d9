// What can wait until the browser has nothing else to do.

/** Not earlier than so many milliseconds where the browser does not say when it is idle. */
const PATIENCE = 200;

/** Does it when there is time for it; returns what calls it off. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(act);
    return () => cancelIdleCallback(asked);
  }
  const asked = setTimeout(act, PATIENCE);
  return () => clearTimeout(asked);
}
