// The lesson to go on with.
import type { LessonEntry } from '../../lesson/format';
import type { Progress } from '../../lesson/progress';

/** The lesson that was begun last of those that are not done; null where none is open. */
export function begunLast(entries: readonly LessonEntry[], { lessons }: Progress): LessonEntry | null {
  const isOpen = (slug: string) => ![undefined, null, 'finished'].includes(lessons[slug]?.place);
  const slug = Object.keys(lessons).findLast(
    (each) => isOpen(each) && entries.some((entry) => entry.slug === each),
  );
  return entries.find((entry) => entry.slug === slug) ?? null;
}
