// What the reader likes: theme, how much is told, captions, keys. Kept by this browser under a key of its own.
import { on } from 'svelte/events';
import { browserStore, type TextStore } from './keptProgress.svelte';

const KEY = 'blast-radius-preferences';
/** More text than this is not ours. */
const MOST_CHARACTERS = 1_000;

/** Themes that can be chosen; `system` follows what the device asks for. */
export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;
/** How much the live region and the captions tell. */
export const tellingChoices = ['little', 'some', 'all'] as const;

/** A theme, or that of the system. */
export type ThemeChoice = (typeof themeChoices)[number];
/** One of them. */
export type Telling = (typeof tellingChoices)[number];

/** What stands when nothing was chosen. */
const defaults = {
  theme: 'system' as ThemeChoice,
  telling: 'some' as Telling,
  captions: false,
  letterKeys: true,
};
type Chosen = typeof defaults;

/** What stands in stored text, which may be anything; null when it is not ours. Never throws. */
function parse(text: string | null): Chosen | null {
  if (text === null) return defaults;
  if (text.length > MOST_CHARACTERS) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? chosenIn(value) : null;
  } catch {
    return null;
  }
}

/** A field that cannot be used has its default; the others are kept. */
function chosenIn({ theme, telling, captions, letterKeys }: Partial<Record<keyof Chosen, unknown>>): Chosen {
  return {
    theme: themeChoices.find((each) => each === theme) ?? defaults.theme,
    telling: tellingChoices.find((each) => each === telling) ?? defaults.telling,
    captions: typeof captions === 'boolean' ? captions : defaults.captions,
    letterKeys: typeof letterKeys === 'boolean' ? letterKeys : defaults.letterKeys,
  };
}

/** What was chosen, shared with other tabs. Without storage it holds until the page is closed. */
export class Preferences {
  readonly #store: TextStore;
  #chosen = $state.raw<Chosen>(defaults);

  constructor(store: TextStore = browserStore) {
    this.#store = store;
    this.#chosen = this.#read();
  }

  get theme(): ThemeChoice {
    return this.#chosen.theme;
  }
  set theme(theme: ThemeChoice) {
    this.#choose({ theme });
  }

  /** How much the live region and the captions tell. */
  get telling(): Telling {
    return this.#chosen.telling;
  }
  set telling(telling: Telling) {
    this.#choose({ telling });
  }

  /** Whether what is told also stands under the stage. */
  get captions(): boolean {
    return this.#chosen.captions;
  }
  set captions(captions: boolean) {
    this.#choose({ captions });
  }

  /** Whether keys that are a single letter do anything. */
  get letterKeys(): boolean {
    return this.#chosen.letterKeys;
  }
  set letterKeys(letterKeys: boolean) {
    this.#choose({ letterKeys });
  }

  /** Follows other tabs; returns how to stop. */
  follow(): () => void {
    return on(window, 'storage', ({ key }) => {
      if (key === KEY) this.#chosen = this.#read();
    });
  }

  #choose(some: Partial<Chosen>): void {
    this.#chosen = { ...this.#chosen, ...some };
    try {
      // Text that is not ours is never overwritten.
      if (parse(this.#store.getItem(KEY)) !== null) this.#store.setItem(KEY, JSON.stringify(this.#chosen));
    } catch {
      // Nothing is kept here; the notice about the progress says so already.
    }
  }

  #read(): Chosen {
    try {
      return parse(this.#store.getItem(KEY)) ?? this.#chosen;
    } catch {
      return this.#chosen;
    }
  }
}
