// The plan, the lesson folders and the learner's progress as the list and the bars of the header show them.
import { messages } from '../../i18n';
import type { LessonEntry } from '../../lesson/format';
import type { Progress } from '../../lesson/progress';
import { formatAddress, noOptions } from '../../link';
import type { Bar } from '../../view/shell/ProgressBars.svelte';
import type { ListedUnit } from '../../view/shell/UnitsPanel.svelte';
import { units } from './outline';

/** The pages around the lessons. */
export const pageAddresses = [
  { page: 'units', href: formatAddress({ page: 'units' }) },
  { page: 'glossary', href: formatAddress({ page: 'glossary', term: null }) },
  { page: 'how-true', href: formatAddress({ page: 'how-true', room: null }) },
] as const;

/** The address of a lesson as it begins. */
export function lessonHref(slug: string): string {
  return formatAddress({ page: 'lesson', slug, options: noOptions });
}

const placeOf = (progress: Progress, slug: string) => progress.lessons[slug]?.place ?? null;
const isPassed = (progress: Progress, slug: string) => placeOf(progress, slug) === 'finished';

function doneWord(progress: Progress, slug: string): string {
  const words = messages.shell.units;
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

/** One bar for each lesson, in groups by unit. */
export function barsOf(progress: Progress, here: string | null): readonly (readonly Bar[])[] {
  return units.map(({ lessons }) =>
    lessons.map(({ slug }) => (slug === here ? 'here' : isPassed(progress, slug) ? 'passed' : 'ahead')),
  );
}
