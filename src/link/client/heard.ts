// What a frame says, checked by hand: the deck's page knows nothing of valibot. Only what the client needs of it.
import type { FromStage, MESSAGE_VERSION } from '../messages';

const VERSION: typeof MESSAGE_VERSION = 1;

/** The keys that a frame may press in the deck, with what older decks look at. */
export const KEYS = {
  PageUp: 33,
  PageDown: 34,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
} as const;
/** One of them. */
export type Key = keyof typeof KEYS;

/** A message as far as the client understands it. */
export type Heard =
  | { readonly is: 'ready' }
  | { readonly is: 'time'; readonly playing: boolean }
  | { readonly is: 'key'; readonly key: Key }
  | { readonly is: 'error'; readonly why: string };

type Type = FromStage['type'];

/** Reads what `postMessage` of a frame brought; null for everything that is not for the client. Never throws. */
export function readHeard(data: unknown): Heard | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, v, playing, key, why } = data as Readonly<Record<string, unknown>>;
  if (v !== VERSION) return null;
  switch (type as Type) {
    case 'sim:ready':
      return { is: 'ready' };
    case 'sim:time':
      return { is: 'time', playing: playing === true };
    case 'sim:key':
      return typeof key === 'string' && Object.hasOwn(KEYS, key) ? { is: 'key', key: key as Key } : null;
    case 'sim:error':
      return { is: 'error', why: String(why).slice(0, 200) };
    default:
      return null;
  }
}
