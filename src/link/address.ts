// Addresses of the course: `#/?s=...`, `#/units`, `#/glossary/<term>`, `#/lesson/<slug>?step=2&speed=10`. They are
// public: slides and bookmarks hold them.
import { readOptions, writeOptions, type LessonOptions, type Note } from './options';

/** Where the page is. `unknown` keeps what was asked for, so that the page can say it. */
export type Address =
  /** The first page; `s` is a packed situation for its stage, not looked at yet. */
  | { readonly page: 'start'; readonly s: string | null }
  | { readonly page: 'units' }
  /** `term`: the id of the term that is shown, whether the glossary has it or not; null: from the top. */
  | { readonly page: 'glossary'; readonly term: string | null }
  /** `room`: the part of the model that is shown, whether there is one of that name or not; null: from the top. */
  | { readonly page: 'how-true'; readonly room: string | null }
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
/** `/page` or `/page/name`. */
const PATH = /^\/([a-z-]+)(?:\/([a-z0-9]+(?:-[a-z0-9]+)*))?\/?$/;

function readPath(path: string, query: URLSearchParams): ReadAddress | null {
  const [, page, name = null] = (path.length <= MAX_PATH && PATH.exec(path)) || [];
  if (page === 'units' && name === null) return { address: { page }, notes: [] };
  if (page === 'glossary') return { address: { page, term: name }, notes: [] };
  if (page === 'how-true') return { address: { page, room: name }, notes: [] };
  if (page !== 'lesson' || name === null) return null;
  const { options, notes } = readOptions(query);
  return { address: { page, slug: name, options }, notes };
}

/**
 * Reads the part of an address from `#` on (with or without it). Never throws: an unknown page gives `unknown`, a
 * wrong value of a parameter its default and a note, a parameter that nobody knows a note.
 */
export function parseAddress(hash: string): ReadAddress {
  const text = hash.replace(/^#/, '');
  const [path = '', whole = ''] = text.split(/\?(.*)/s);
  const query = new URLSearchParams(whole.slice(0, MAX_QUERY));
  if (path === '' || path === '/') return { address: { page: 'start', s: query.get('s') }, notes: [] };
  return readPath(path, query) ?? { address: { page: 'unknown', wanted: path.slice(0, 80) }, notes: [] };
}

/** The address as a link's target, from `#` on. Options that have their default are left out. */
export function formatAddress(address: Exclude<Address, { page: 'unknown' }>): string {
  switch (address.page) {
    case 'start':
      return address.s === null ? '#/' : `#/?s=${encodeURIComponent(address.s)}`;
    case 'units':
      return '#/units';
    case 'glossary':
      return address.term === null ? '#/glossary' : `#/glossary/${address.term}`;
    case 'how-true':
      return address.room === null ? '#/how-true' : `#/how-true/${address.room}`;
    case 'lesson': {
      const query = writeOptions(address.options);
      return `#/lesson/${address.slug}${query === '' ? '' : `?${query}`}`;
    }
  }
}
