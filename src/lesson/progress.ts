// How far somebody is, merged so that no tab loses another's. What reads it from text stands in progressText.ts.

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

/** All of both, each once. */
export const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];

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
