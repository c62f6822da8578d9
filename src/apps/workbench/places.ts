// Lessons at every place: before the start, each question open and answered, and the end.
import type { LessonContent, LessonEntry, Prediction } from '../../lesson/format';
import { noLessonProgress, type LessonProgress } from '../../lesson/progress';

/** A lesson with the progress of somebody who stands at a place of it. */
export interface LessonPlace {
  /** Slug of the lesson, the place, and `answered` where its questions are. */
  readonly name: string;
  readonly entry: LessonEntry;
  readonly content: LessonContent;
  readonly progress: LessonProgress;
}

/** Some option of each of these questions: what is shown does not depend on which. */
function answersTo(questions: readonly Prediction[]): Record<string, string> {
  return Object.fromEntries(questions.map(({ id, options }) => [id, options[0]?.id ?? '']));
}

/** Every place of a lesson. Rejects when the lesson cannot be loaded. */
export async function placesOf(entry: LessonEntry): Promise<readonly LessonPlace[]> {
  const content = await entry.open();
  const { steps } = content.page;
  const at = (place: string | null, name: string, answers: Record<string, string> = {}): LessonPlace => ({
    name: `${entry.slug}/${name}`,
    entry,
    content,
    progress: { ...noLessonProgress, place, answers },
  });
  const questionsOf = (step: (typeof steps)[number]) =>
    step.parts.flatMap((part) => (part.type === 'prediction' ? [part.prediction] : []));
  const before = (index: number) => answersTo(steps.slice(0, index).flatMap(questionsOf));
  return [
    at(null, 'start'),
    at('recall', 'recall'),
    ...steps.flatMap((step, index) => [
      at(step.slug, step.slug, before(index)),
      at(step.slug, `${step.slug}/answered`, before(index + 1)),
    ]),
    at('transfer', 'transfer', before(steps.length)),
    at('finished', 'finished', before(steps.length)),
  ];
}
