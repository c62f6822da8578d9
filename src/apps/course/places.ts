// Where one can go in the course: its first page and its lessons, one after the other, and the pages around them.
import { messages } from '../../i18n';
import type { LessonEntry } from '../../lesson/format';
import { lessonHref, pageAddresses } from './listing';

/** A page or a lesson as a link. */
export interface Place {
  readonly title: string;
  readonly href: string;
  readonly isHere: boolean;
}

/** What is stepped through: the first page, then each lesson; `slug` is the lesson that is open, or null. */
export function placesOf(lessons: readonly LessonEntry[], slug: string | null): readonly Place[] {
  return [
    { title: messages.shell.first, href: '#/', isHere: slug === null },
    ...lessons.map((lesson) => ({
      title: lesson.meta.title,
      href: lessonHref(lesson.slug),
      isHere: lesson.slug === slug,
    })),
  ];
}

/** All that one can go to; `page` is the name of the page that is open. */
export function allPlaces(
  lessons: readonly LessonEntry[],
  slug: string | null,
  page: string,
): readonly Place[] {
  const [first, ...rest] = placesOf(lessons, slug);
  const around = pageAddresses.map((each) => ({
    title: messages.shell.titles[each.page],
    href: each.href,
    isHere: each.page === page,
  }));
  return [...(first ? [{ ...first, isHere: page === 'start' }] : []), ...rest, ...around];
}
