// "Unit 3 · Lesson 10 of 19 · step 2 of 5".
import { messages } from '../../i18n';
import { lessonCount, type PlannedLesson, type Unit } from './outline';

/** Where the learner is, in one line; empty outside a lesson. `step` is null before and after the steps. */
export function whereWords(
  planned: { readonly unit: Unit; readonly lesson: PlannedLesson } | undefined,
  step: { readonly number: number; readonly of: number } | null,
): string {
  if (planned === undefined) return '';
  const { header } = messages.shell;
  const parts = [header.unit(planned.unit.number), header.lesson(planned.lesson.number, lessonCount)];
  return header.join(step === null ? parts : [...parts, header.step(step.number, step.of)]);
}
