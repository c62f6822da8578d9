// Addresses of the course: `#/`, `#/lesson/<slug>?step=2&speed=10`. They are public: slides and bookmarks hold them.
import { readOptions, writeOptions, type LessonOptions, type Note } from './options';

/** Where the page is. `unknown` keeps what was asked for, so that the page can say it. */
export type Address =
  | { readonly page: 'units' }
  | { readonly page: 'lesson'; readonly slug: string; readonly options: LessonOptions }
  | { readonly page: 'unknown'; readonly wanted: string };

/** An address as it was read, and what was wrong with its parameters. */
export interface ReadAddress {
  readonly address: Address;
  readonly notes: readonly Note[];
}

/** Longer addresses are not looked at: what the course needs is far below, what is above is not ours. */
const MAX_LENGTH = 8_192;
const LESSON = /^\/lesson\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/;

/**
 * Reads the part of an address from `#` on (with or without it). Never throws: an unknown page gives `unknown`, a
 * wrong value of a parameter its default and a note, a parameter that nobody knows a note.
 */
export function parseAddress(hash: string): ReadAddress {
  const text = hash.replace(/^#/, '');
  const [path = '', query = ''] = text.length > MAX_LENGTH ? [text] : text.split(/\?(.*)/s);
  if (path === '' || path === '/') return { address: { page: 'units' }, notes: [] };
  const slug = path.length > MAX_LENGTH ? undefined : LESSON.exec(path)?.[1];
  if (slug === undefined) return { address: { page: 'unknown', wanted: path.slice(0, 80) }, notes: [] };
  const { options, notes } = readOptions(new URLSearchParams(query));
  return { address: { page: 'lesson', slug, options }, notes };
}

/** The address as a link's target, from `#` on. Options that have their default are left out. */
export function formatAddress(address: Exclude<Address, { page: 'unknown' }>): string {
  if (address.page === 'units') return '#/';
  const query = writeOptions(address.options);
  return `#/lesson/${address.slug}${query === '' ? '' : `?${query}`}`;
}
