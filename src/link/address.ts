// Addresses of the course: `#/?s=...`, `#/lesson/<slug>?step=2&speed=10`. They are public: slides and bookmarks hold
// them.
import { readOptions, writeOptions, type LessonOptions, type Note } from './options';

/** Where the page is. `unknown` keeps what was asked for, so that the page can say it. */
export type Address =
  /** The first page; `s` is a packed situation for its stage, not looked at yet. */
  | { readonly page: 'units'; readonly s: string | null }
  | { readonly page: 'lesson'; readonly slug: string; readonly options: LessonOptions }
  | { readonly page: 'unknown'; readonly wanted: string };

/** An address as it was read, and what was wrong with its parameters. */
export interface ReadAddress {
  readonly address: Address;
  readonly notes: readonly Note[];
}

/** Longer paths are not looked at. */
const MAX_PATH = 200;
/** A query is cut there: it is more than the longest situation, which is then told to be too long. */
const MAX_QUERY = 40_000;
const LESSON = /^\/lesson\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/;

/**
 * Reads the part of an address from `#` on (with or without it). Never throws: an unknown page gives `unknown`, a
 * wrong value of a parameter its default and a note, a parameter that nobody knows a note.
 */
export function parseAddress(hash: string): ReadAddress {
  const text = hash.replace(/^#/, '');
  const [path = '', whole = ''] = text.split(/\?(.*)/s);
  const query = new URLSearchParams(whole.slice(0, MAX_QUERY));
  if (path === '' || path === '/') return { address: { page: 'units', s: query.get('s') }, notes: [] };
  const slug = path.length > MAX_PATH ? undefined : LESSON.exec(path)?.[1];
  if (slug === undefined) return { address: { page: 'unknown', wanted: path.slice(0, 80) }, notes: [] };
  const { options, notes } = readOptions(query);
  return { address: { page: 'lesson', slug, options }, notes };
}

/** The address as a link's target, from `#` on. Options that have their default are left out. */
export function formatAddress(address: Exclude<Address, { page: 'unknown' }>): string {
  if (address.page === 'units') return address.s === null ? '#/' : `#/?s=${encodeURIComponent(address.s)}`;
  const query = writeOptions(address.options);
  return `#/lesson/${address.slug}${query === '' ? '' : `?${query}`}`;
}
