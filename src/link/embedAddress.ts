// The address of an embedded stage: `embed.html?lesson=<slug>&moment=...` or `embed.html#s=<situation>`. Public.
import { readOptions, type LessonOptions, type Note } from './options';

/** What a frame was asked for. */
export interface EmbedAddress {
  /** Slug of the lesson, or null. */
  readonly lesson: string | null;
  /** A packed situation, unread, or null. It wins over the lesson. */
  readonly situation: string | null;
  /** The deck's keys go to it as the strings that reveal.js understands, not as `sim:key`. */
  readonly clicker: boolean;
  /** Seconds of the run, from where the address stands, after which what plays begins again there; null: never. */
  readonly loop: number | null;
  readonly options: LessonOptions;
  /** Parameters that could not be used. */
  readonly notes: readonly Note[];
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_SLUG = 60;
/** A run that begins again more often is only a flicker, and one that takes longer needs no repetition. */
const LOOP_SECONDS = { from: 1, to: 600 };

/** Reads query and hash of a frame's address (with `?` and `#` or without). Never throws. */
export function parseEmbedAddress(search: string, hash: string): EmbedAddress {
  const query = new URLSearchParams(search);
  const lesson = query.get('lesson');
  const clicker = query.get('clicker');
  const loop = query.get('loop');
  query.delete('lesson');
  query.delete('clicker');
  query.delete('loop');
  const { options, notes } = readOptions(query);
  const own: Note[] = [];
  const isSlug = lesson !== null && lesson.length <= LONGEST_SLUG && SLUG.test(lesson);
  if (lesson !== null && !isSlug)
    own.push({ parameter: 'lesson', value: lesson.slice(0, 200), wanted: "a lesson's name" });
  if (clicker !== null && clicker !== '0' && clicker !== '1')
    own.push({ parameter: 'clicker', value: clicker.slice(0, 200), wanted: '0 or 1' });
  const seconds = loop !== null && /^\d{1,3}$/.test(loop) ? Number(loop) : 0;
  const repeats = seconds >= LOOP_SECONDS.from && seconds <= LOOP_SECONDS.to;
  if (loop !== null && !repeats)
    own.push({
      parameter: 'loop',
      value: loop.slice(0, 200),
      wanted: `seconds from ${LOOP_SECONDS.from} to ${LOOP_SECONDS.to}`,
    });
  return {
    lesson: isSlug ? lesson : null,
    situation: new URLSearchParams(hash.replace(/^#/, '')).get('s'),
    clicker: clicker === '1',
    loop: repeats ? seconds : null,
    options,
    notes: [...own, ...notes],
  };
}
