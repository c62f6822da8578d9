// Addresses of the course's pages, and the learner's progress as the bars of the header show it.
import type { Progress } from '../../lesson/progress';
import { formatAddress, noOptions } from '../../link';
import type { Bar } from '../../view/shell/ProgressBars.svelte';
import { order } from './order';

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

/** Where the learner is in a lesson; null before it was begun. */
export const placeOf = (progress: Progress, slug: string) => progress.lessons[slug]?.place ?? null;
/** The lesson was finished once. */
export const isPassed = (progress: Progress, slug: string) => placeOf(progress, slug) === 'finished';

/** One bar for each lesson, in groups by unit. */
export function barsOf(progress: Progress, here: string | null): readonly (readonly Bar[])[] {
  const barOf = (slug: string) => {
    if (slug === here) return 'here';
    if (isPassed(progress, slug)) return 'passed';
    return placeOf(progress, slug) === null ? 'ahead' : 'begun';
  };
  return order.map((slugs) => slugs.map(barOf));
}
