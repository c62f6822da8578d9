// What follows a lesson in the course: the lessons that are not there yet, and the next one that is.
import type { LessonEntry } from '../../lesson/format';
import { units, type PlannedLesson } from './outline';

/** The lessons behind one. */
export interface Following {
  /** Planned before the next that can be taken. */
  readonly coming: readonly PlannedLesson[];
  /** The next that can be taken; null at the end. */
  readonly next: PlannedLesson | null;
}

/** What follows the lesson with this slug. */
export function followingOf(entries: readonly Pick<LessonEntry, 'slug'>[], slug: string): Following {
  const planned = units.flatMap(({ lessons }) => lessons);
  const later = planned.slice(planned.findIndex((lesson) => lesson.slug === slug) + 1);
  const at = later.findIndex((lesson) => entries.some((entry) => entry.slug === lesson.slug));
  return at < 0 ? { coming: later, next: null } : { coming: later.slice(0, at), next: later[at] ?? null };
}
