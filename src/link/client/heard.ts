// What a frame says, checked by hand: the page of a deck loads no parser for it. Only what the client needs.
import type { DECK_KEYS, FromStage, MESSAGE_VERSION } from '../messages';

const VERSION: typeof MESSAGE_VERSION = 1;

/** A key that a frame may press in the deck. */
export type DeckKey = (typeof DECK_KEYS)[number];

/** What `KeyboardEvent` calls each: decks look at `key`, at `code` or, the older ones, at `keyCode`. */
export const KEY_CODES: Readonly<Record<DeckKey, { readonly code: string; readonly keyCode: number }>> = {
  PageUp: { code: 'PageUp', keyCode: 33 },
  PageDown: { code: 'PageDown', keyCode: 34 },
  ArrowLeft: { code: 'ArrowLeft', keyCode: 37 },
  ArrowUp: { code: 'ArrowUp', keyCode: 38 },
  ArrowRight: { code: 'ArrowRight', keyCode: 39 },
  ArrowDown: { code: 'ArrowDown', keyCode: 40 },
  b: { code: 'KeyB', keyCode: 66 },
  '.': { code: 'Period', keyCode: 190 },
  o: { code: 'KeyO', keyCode: 79 },
  s: { code: 'KeyS', keyCode: 83 },
};

const isDeckKey = (key: unknown): key is DeckKey => typeof key === 'string' && Object.hasOwn(KEY_CODES, key);

/** A message as far as the client understands it. */
export type Heard =
  | { readonly is: 'ready' }
  | { readonly is: 'time'; readonly playing: boolean }
  | { readonly is: 'key'; readonly key: DeckKey }
  | { readonly is: 'error'; readonly why: string };

/** Longest text that is taken over from a frame. */
const LONGEST = 300;

/** Reads what `postMessage` of a frame brought; null for everything that is not for the client. Never throws. */
export function readHeard(data: unknown): Heard | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, v, playing, key, why } = data as Readonly<Record<string, unknown>>;
  if (v !== VERSION) return null;
  switch (type as FromStage['type']) {
    case 'sim:ready':
      return { is: 'ready' };
    case 'sim:time':
      return { is: 'time', playing: playing === true };
    case 'sim:key':
      return isDeckKey(key) ? { is: 'key', key } : null;
    case 'sim:error':
      return { is: 'error', why: typeof why === 'string' ? why.slice(0, LONGEST) : '' };
    default:
      return null;
  }
}
