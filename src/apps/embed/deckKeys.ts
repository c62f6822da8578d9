// Keys that belong to the deck around a frame: a clicker must turn the slide, wherever the focus is.
import { on } from 'svelte/events';
import { DECK_KEYS } from '../../link/messages';

/** A key of a deck. */
export type DeckKey = (typeof DECK_KEYS)[number];

/** What reveal.js's own messages call each key. */
const METHODS: Readonly<Partial<Record<DeckKey, string>>> = {
  ...{ PageDown: 'next', PageUp: 'prev', ArrowRight: 'right', ArrowLeft: 'left' },
  ...{ ArrowDown: 'down', ArrowUp: 'up', b: 'togglePause', '.': 'togglePause', o: 'toggleOverview' },
};
/** Where the arrow keys have a meaning of their own. */
const OWN_ARROWS = '[role=tree], [role=treeitem], [role=slider], [role=radiogroup], input, select, textarea';
/** Where letters are written or search a list. */
const OWN_LETTERS = 'input, select, textarea';

const isDeckKey = (key: string): key is DeckKey => (DECK_KEYS as readonly string[]).includes(key);

/** The deck's key that was pressed on an element, or null when the key is the frame's own. */
export function deckKeyFor(key: string, on: Element | null): DeckKey | null {
  if (!isDeckKey(key)) return null;
  if (key.startsWith('Arrow') && on?.closest(OWN_ARROWS)) return null;
  return key.length === 1 && on?.closest(OWN_LETTERS) ? null : key;
}

/** Hands these keys on; what is typed goes nowhere else, and no key is taken from the page around that scrolls by it. */
export function handOnKeys(send: (key: DeckKey) => void): void {
  on(window, 'keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const key = deckKeyFor(event.key, document.activeElement);
    if (key !== null) send(key);
  });
}

/** A finger that goes this far, in px, and sideways rather than down, turns the slide. */
const SWIPE = 40;
/** Where a finger has a meaning of its own. */
const OWN_SWIPES = '[role=slider], .timeline, input, select, textarea';

/** The arrow key that a finger's way stands for, or null when it is no swipe. */
function keyOfSwipe(right: number, down: number): DeckKey | null {
  if (Math.abs(right) < SWIPE || Math.abs(right) < 2 * Math.abs(down)) return null;
  return right < 0 ? 'ArrowRight' : 'ArrowLeft';
}

/** Hands swipes on as the arrow keys that do the same: over a frame the deck does not feel the finger. */
export function handOnSwipes(send: (key: DeckKey) => void): void {
  let start: Touch | null = null;
  on(window, 'touchstart', ({ touches, target }) => {
    const isOwn = target instanceof Element && target.closest(OWN_SWIPES) !== null;
    start = touches.length === 1 && !isOwn ? (touches[0] ?? null) : null;
  });
  on(window, 'touchend', ({ changedTouches: [end] }) => {
    if (start === null || !end) return;
    const key = keyOfSwipe(end.clientX - start.clientX, end.clientY - start.clientY);
    start = null;
    if (key !== null) send(key);
  });
}

/** Tells reveal.js, in its own words, what a key asks for: a deck without our script understands these alone. */
export function tellReveal(key: DeckKey): void {
  const method = METHODS[key];
  if (method !== undefined) window.parent.postMessage(JSON.stringify({ method }), '*');
}
