// Where one can go in the course, one after the other: its first page, then each lesson.
import { messages } from '../../i18n';
import type { LessonEntry } from '../../lesson/format';
import { lessonHref } from './listing';

/** A page or a lesson as a link. */
export interface Place {
  readonly title: string;
  readonly href: string;
  readonly isHere: boolean;
}

/** All places; `slug` is the lesson that is open, or null. */
export function placesOf(lessons: readonly LessonEntry[], slug: string | null): readonly Place[] {
  return [
    { title: messages.shell.units.title, href: '#/', isHere: slug === null },
    ...lessons.map((lesson) => ({
      title: lesson.meta.title,
      href: lessonHref(lesson.slug),
      isHere: lesson.slug === slug,
    })),
  ];
}
