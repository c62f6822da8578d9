// Where the page is, from the address bar: a hash route of our own.
import { createSubscriber } from 'svelte/reactivity';
import { on } from 'svelte/events';
import { formatAddress, parseAddress, type Address, type ReadAddress } from '../../link';

/** Reads the address bar and follows it; the bar always says what is seen. */
export class Route {
  #changed: (() => void) | null = null;
  #hash: string | null = null;
  #read: ReadAddress = parseAddress('');
  readonly #subscribe = createSubscriber((update) => {
    this.#changed = update;
    return on(window, 'hashchange', update);
  });

  /** The address with notes on what could not be used; the same reference until it changes. */
  get current(): ReadAddress {
    this.#subscribe();
    if (this.#hash !== window.location.hash) {
      this.#hash = window.location.hash;
      this.#read = parseAddress(this.#hash);
    }
    return this.#read;
  }

  /** Writes the address bar without a new entry in the history, for what changes within a page. */
  replace(address: Exclude<Address, { page: 'unknown' }>): void {
    const hash = formatAddress(address);
    if (hash === window.location.hash) return;
    window.history.replaceState(window.history.state, '', hash);
    this.#changed?.();
  }
}
