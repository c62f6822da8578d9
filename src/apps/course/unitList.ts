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
