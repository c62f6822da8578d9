// The plan, the lesson folders and the learner's progress as the list of units shows them.
import { messages } from '../../i18n';
import type { LessonEntry } from '../../lesson/format';
import type { Progress } from '../../lesson/progress';
import type { ListedUnit } from '../../view/shell/UnitsPanel.svelte';
import { isPassed, lessonHref, placeOf } from './listing';
import { units } from './outline';

function doneWord(progress: Progress, slug: string): string {
  const words = messages.course.units;
  if (isPassed(progress, slug)) return words.passed;
  return placeOf(progress, slug) === null ? '' : words.started;
}

/** A lesson that was begun and is not done. */
export interface BegunLesson {
  readonly title: string;
  readonly href: string;
}

/** The one of them that was begun last; null where none is open. */
export function begunLast(entries: readonly LessonEntry[], progress: Progress): BegunLesson | null {
  const slug = Object.keys(progress.lessons)
    .filter((each) => placeOf(progress, each) !== null && !isPassed(progress, each))
    .findLast((each) => entries.some((entry) => entry.slug === each));
  const entry = entries.find((each) => each.slug === slug);
  return entry ? { title: entry.meta.title, href: lessonHref(entry.slug) } : null;
}

/** All units with their lessons; a lesson without a folder has no address. */
export function listUnits(entries: readonly LessonEntry[], progress: Progress): readonly ListedUnit[] {
  return units.map((unit) => ({
    ...unit,
    lessons: unit.lessons.map((lesson) => {
      const entry = entries.find(({ slug }) => slug === lesson.slug);
      return {
        ...lesson,
        href: entry ? lessonHref(lesson.slug) : null,
        minutes: entry?.meta.minutes ?? null,
        isPassed: isPassed(progress, lesson.slug),
        done: doneWord(progress, lesson.slug),
      };
    }),
  }));
}
