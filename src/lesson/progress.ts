// How far somebody is: a versioned shape, parsed where it comes in, merged so that no tab loses another's.
import * as v from 'valibot';

/** Where in a lesson somebody is: `recall`, a step's slug, `transfer` or `finished`; null before the start. */
export type Place = string | null;

/** One lesson's progress. Records are by prediction, check or step id. */
export interface LessonProgress {
  readonly place: Place;
  /** The locked option of each prediction: the first and final one. */
  readonly answers: Readonly<Record<string, string>>;
  /** The option that the learner's own run bore out. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** Checks that were passed once. */
  readonly passed: readonly string[];
  /** Steps whose solution was shown. */
  readonly shown: readonly string[];
  /** How many hints of a step were asked for. */
  readonly hints: Readonly<Record<string, number>>;
}

/** Everything that is kept of a learner. Lessons by slug. */
export interface Progress {
  readonly v: 1;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
}

/** Nothing done yet. */
export const noLessonProgress: LessonProgress = {
  place: null,
  answers: {},
  outcomes: {},
  passed: [],
  shown: [],
  hints: {},
};
/** Nothing kept yet. */
export const noProgress: Progress = { v: 1, lessons: {} };

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

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];

function mergeHints(a: LessonProgress['hints'], b: LessonProgress['hints']): LessonProgress['hints'] {
  const most = Object.entries(b).map(([step, count]) => [step, Math.max(count, a[step] ?? 0)] as const);
  return { ...a, ...Object.fromEntries(most) };
}

/** Both together: what `stored` has answered stays (it was first), what either has passed is passed. */
export function mergeLesson(stored: LessonProgress, mine: LessonProgress): LessonProgress {
  return {
    place: mine.place ?? stored.place,
    answers: { ...mine.answers, ...stored.answers },
    outcomes: { ...mine.outcomes, ...stored.outcomes },
    passed: union(stored.passed, mine.passed),
    shown: union(stored.shown, mine.shown),
    hints: mergeHints(stored.hints, mine.hints),
  };
}

/** `stored` with `mine` of one lesson put in; other lessons are kept as another tab left them. */
export function mergeProgress(stored: Progress, slug: string, mine: LessonProgress): Progress {
  const old = stored.lessons[slug];
  return { v: 1, lessons: { ...stored.lessons, [slug]: old ? mergeLesson(old, mine) : mine } };
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
