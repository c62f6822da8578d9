// "Unit 3 · Lesson 10 of 19 · step 2 of 5".
import { messages } from '../../i18n';
import { lessonCount, type PlaceInCourse } from './order';

/** Where the learner is, in one line; empty outside a lesson. `step` is null before and after the steps. */
export function whereWords(
  place: PlaceInCourse | undefined,
  step: { readonly number: number; readonly of: number } | null,
): string {
  if (place === undefined) return '';
  const { header } = messages.shell;
  const parts = [header.unit(place.unit), header.lesson(place.lesson, lessonCount)];
  return header.join(step === null ? parts : [...parts, header.step(step.number, step.of)]);
}
