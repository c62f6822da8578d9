// Keys that belong to the deck around a frame: a clicker must turn the slide, wherever the focus is.
import { on } from 'svelte/events';

/** What reveal.js's own messages call each key. */
const METHODS: Readonly<Record<string, string>> = {
  PageDown: 'next',
  PageUp: 'prev',
  ArrowRight: 'next',
  ArrowLeft: 'prev',
};
/** Where the arrow keys have a meaning of their own. */
const OWN_ARROWS = '[role=tree], [role=treeitem], [role=slider], input, select, textarea, [role=radiogroup]';

/** The deck's method for a key pressed on an element, or null when the key is the frame's own. */
export function methodFor(key: string, on: Element | null): string | null {
  if (key.startsWith('Arrow') && on?.closest(OWN_ARROWS)) return null;
  return METHODS[key] ?? null;
}

/** Hands these keys on, as the string that reveal.js understands. */
export function handOnKeys(): void {
  on(window, 'keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const method = methodFor(event.key, document.activeElement);
    if (method === null) return;
    event.preventDefault();
    window.parent.postMessage(JSON.stringify({ method }), '*');
  });
}
