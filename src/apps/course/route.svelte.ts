// Where the page is, from the address bar: a hash route of our own.
import { createSubscriber } from 'svelte/reactivity';
import { on } from 'svelte/events';
import { formatAddress, parseAddress, type Address, type ReadAddress } from '../../link';
import { isNoted, noteOwn } from './ownHashes';

/** An address that was opened: typed, followed, or come back to. */
export interface Arrival {
  readonly address: Address;
  /** What it asks for is what this page itself wrote there before it was left or loaded again. */
  readonly isOwn: boolean;
}

/** Reads the address bar and follows it; the bar always says what is seen. */
export class Route {
  #changed: (() => void) | null = null;
  /** The hash that was last read or written. */
  #hash = '';
  #read!: ReadAddress;
  #arrival!: Arrival;
  readonly #subscribe = createSubscriber((update) => {
    this.#changed = update;
    return on(window, 'hashchange', () => {
      this.#arrive();
      update();
    });
  });

  constructor() {
    this.#arrive();
  }

  /** The address with notes on what could not be used; the same reference until it changes. */
  get current(): ReadAddress {
    this.#subscribe();
    return this.#read;
  }

  /** The address that was opened last, whatever the page has made of it since; a new reference for each. */
  get arrival(): Arrival {
    this.#subscribe();
    return this.#arrival;
  }

  /**
   * Writes the address bar without a new entry in the history, for what changes within a page. `isOwn`: what it says
   * is this learner's own doing, also when the page is loaded again.
   */
  replace(address: Exclude<Address, { page: 'unknown' }>, isOwn = true): void {
    const hash = formatAddress(address);
    // Another address was opened in this instant and is read next: it is not written over.
    if (hash === this.#hash || window.location.hash !== this.#hash) return;
    window.history.replaceState(isOwn ? { own: hash } : null, '', hash);
    noteOwn(isOwn ? `${hash} ${this.#hash}` : '');
    this.#hash = window.location.hash;
    this.#read = parseAddress(hash);
    this.#changed?.();
  }

  #arrive(): void {
    const { hash } = window.location;
    this.#hash = hash;
    const state: unknown = window.history.state;
    const isOwnEntry = typeof state === 'object' && state !== null && 'own' in state && state.own === hash;
    this.#read = parseAddress(hash);
    this.#arrival = { address: this.#read.address, isOwn: isOwnEntry || isNoted(hash) };
  }
}
