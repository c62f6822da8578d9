// Where keys go: parts of the page offer what they can do, and a key does it if the table says so.
import { courseKeys, headKeys, isLetter, keyOf, lessonKeys, runKeys, type Act, type KeyRow } from './keys';
import type { Preferences } from './preferences.svelte';

/** What a part of the page can do. */
export type Acts = Partial<Record<Act, () => unknown>>;

interface Offer {
  readonly acts: Acts;
  /** Keys that are not letters need the focus in here; null: anywhere. */
  readonly inside: HTMLElement | null;
}

/** Letters belong to what is typed or chosen there. */
const FIELDS = 'input, select, textarea, [contenteditable]';
/** The space bar presses these. */
const PRESSED = 'button, summary, a';

/** Has the keys to itself: the page under a dialog that is open, and a lens for as long as the focus is in it. */
function isTaken(at: Element): boolean {
  return document.querySelector('dialog[open]') !== null || at.closest('[role=dialog]') !== null;
}

/** The keys of one page. */
export class KeyDesk {
  readonly #preferences: Pick<Preferences, 'letterKeys'>;
  #offers: readonly Offer[] = [];

  constructor(preferences: Pick<Preferences, 'letterKeys'>) {
    this.#preferences = preferences;
  }

  /** Lets keys do this until the returned function is called; the last who offers an act is asked. */
  offer(acts: Acts, inside: HTMLElement | null = null): () => void {
    const offer = { acts, inside };
    this.#offers = [...this.#offers, offer];
    return () => (this.#offers = this.#offers.filter((each) => each !== offer));
  }

  /** Does what a key says, unless something nearer has done so, or the key belongs to a field or a dialog. */
  press(event: KeyboardEvent): void {
    const key = keyOf(event);
    if (key === null || event.defaultPrevented) return;
    if (isLetter(key) && !this.#preferences.letterKeys) return;
    const at = event.target instanceof Element ? event.target : document.body;
    if (at.closest(FIELDS) !== null || isTaken(at)) return;
    if (key === 'Space' && at.closest(PRESSED) !== null) return;
    const row = rowFor(key, at);
    const does = row && this.#find(row.act, key, at);
    if (!does || (event.repeat && !row.repeats)) return;
    event.preventDefault();
    does();
  }

  #find(act: Act, key: string, at: Element): (() => unknown) | undefined {
    const isNear = ({ inside }: Offer) =>
      isLetter(key) || key === 'Escape' || inside === null || inside.contains(at);
    return this.#offers.findLast((offer) => offer.acts[act] !== undefined && isNear(offer))?.acts[act];
  }
}

function rowFor(key: string, at: Element): KeyRow | undefined {
  const rows = at.closest('[role=slider]') === null ? [] : headKeys;
  return [...rows, ...runKeys, ...courseKeys, ...lessonKeys].find(({ keys }) => keys.includes(key));
}
