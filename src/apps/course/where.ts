// "Unit 3 · Lesson 10 of 19 · step 2 of 5".
import { messages } from '../../i18n';
import { lessonCount, type PlaceInCourse } from './order';

/** A step among those that everybody does; an optional one has no number of its own. */
export interface StepPlace {
  readonly number: number;
  readonly of: number;
  readonly further: boolean;
}

/** Where the learner is, in one line; empty outside a lesson. `step` is null before and after the steps. */
export function whereWords(place: PlaceInCourse | undefined, step: StepPlace | null): string {
  if (place === undefined) return '';
  const { header } = messages.shell;
  const parts = [header.unit(place.unit), header.lesson(place.lesson, lessonCount)];
  if (step === null) return header.join(parts);
  return header.join([...parts, step.further ? header.optional : header.step(step.number, step.of)]);
}
