// Progress read from text, which may be anything: what this browser keeps, and files. A first visit does without.
import * as v from 'valibot';
import { mergeLesson, union, type Progress } from './progress';

/** More text than this is not progress of ours. */
export const MOST_PROGRESS_CHARACTERS = 200_000;
const MOST_ENTRIES = 200;
const MOST_HINTS = 20;

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));
const ids = v.pipe(v.array(id), v.maxLength(MOST_ENTRIES));

const hintCount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_HINTS));

const LessonProgressShape = v.strictObject({
  place: v.nullable(id),
  answers: v.pipe(v.record(id, id), v.maxEntries(MOST_ENTRIES)),
  outcomes: v.pipe(v.record(id, id), v.maxEntries(MOST_ENTRIES)),
  passed: ids,
  shown: ids,
  hints: v.pipe(v.record(id, hintCount), v.maxEntries(MOST_ENTRIES)),
});
const ProgressShape = v.strictObject({
  v: v.literal(1),
  lessons: v.pipe(v.record(id, LessonProgressShape), v.maxEntries(MOST_ENTRIES)),
});

/** Why a text is not used as progress. */
export type ProgressProblem = 'too-long' | 'not-json' | 'other-version' | 'malformed';

/** What became of stored text: progress, or why it is not used. */
export type ParsedProgress =
  | { readonly ok: true; readonly progress: Progress }
  | { readonly ok: false; readonly reason: ProgressProblem };

/** Reads stored text, which may be anything. Never throws. */
export function parseProgress(text: string): ParsedProgress {
  if (text.length > MOST_PROGRESS_CHARACTERS) return { ok: false, reason: 'too-long' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'not-json' };
  }
  const parsed = v.safeParse(ProgressShape, value);
  if (parsed.success) return { ok: true, progress: parsed.output };
  const other =
    typeof value === 'object' && value !== null && 'lessons' in value && 'v' in value && value.v !== 1;
  return { ok: false, reason: other ? 'other-version' : 'malformed' };
}

/**
 * What is kept with what comes from a file: nothing kept is lost, and the learner stays where they are. null when
 * it is more than can be kept.
 */
export function addProgress(kept: Progress, added: Progress): Progress | null {
  const slugs = union(Object.keys(kept.lessons), Object.keys(added.lessons));
  const lessons = Object.fromEntries(
    slugs.map((slug) => {
      const [mine, theirs] = [kept.lessons[slug], added.lessons[slug]];
      if (!mine || !theirs) return [slug, (mine ?? theirs)!];
      return [slug, mergeLesson(mine, { ...theirs, place: mine.place ?? theirs.place })];
    }),
  );
  const together: Progress = { v: 1, lessons };
  return parseProgress(JSON.stringify(together)).ok ? together : null;
}
