// The address of a lesson in class: `projector.html#/<slug>?moment=...`, and of its presenter's window. Public.
import { readOptions, writeOptions, type LessonOptions, type Note } from './options';

/** What a projector page was asked for. */
export interface ProjectorAddress {
  /** Slug of the lesson, or null. */
  readonly lesson: string | null;
  /** The second window, with notes: nobody but the presenter sees it. */
  readonly isPresenter: boolean;
  /** Random name of the channel on which two windows keep in step, or null. */
  readonly channel: string | null;
  readonly options: LessonOptions;
}

const PATH = /^#?\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/;
const LONGEST_PATH = 80;
const CHANNEL = /^[a-z0-9]{8,32}$/;
/** A query is cut there, as that of the course is. */
const MAX_QUERY = 40_000;

/** Reads an address from `#` on. Never throws; what cannot be used is told in the notes. */
export function parseProjectorAddress(hash: string): ProjectorAddress & { readonly notes: readonly Note[] } {
  const [path = '', whole = ''] = hash.split(/\?(.*)/s);
  const query = new URLSearchParams(whole.slice(0, MAX_QUERY));
  const view = query.get('view');
  const channel = query.get('channel');
  query.delete('view');
  query.delete('channel');
  const { options, notes } = readOptions(query);
  const own: Note[] = [];
  if (view !== null && view !== 'presenter')
    own.push({ parameter: 'view', value: view.slice(0, 200), wanted: 'presenter' });
  const isChannel = channel !== null && CHANNEL.test(channel);
  if (channel !== null && !isChannel)
    own.push({ parameter: 'channel', value: channel.slice(0, 200), wanted: '8 to 32 letters and digits' });
  return {
    lesson: path.length <= LONGEST_PATH ? (PATH.exec(path)?.[1] ?? null) : null,
    isPresenter: view === 'presenter',
    channel: isChannel ? channel : null,
    options,
    notes: [...own, ...notes],
  };
}

/** The address of a lesson in class, from `#` on. */
export function formatProjectorAddress({ lesson, isPresenter, channel, options }: ProjectorAddress): string {
  const own = new URLSearchParams();
  if (isPresenter) own.set('view', 'presenter');
  if (channel !== null) own.set('channel', channel);
  const query = [own.toString(), writeOptions(options)].filter((part) => part !== '').join('&');
  return `#/${lesson ?? ''}${query === '' ? '' : `?${query}`}`;
}
