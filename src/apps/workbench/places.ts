// Lessons at every place: before the start, each question open and answered, and the end.
import { predictionsOf, tasksOf } from '../../lesson/evaluate';
import type { LessonContent, LessonEntry, Prediction, Step } from '../../lesson/format';
import { noLessonProgress, type LessonProgress } from '../../lesson/progress';

/** A lesson with the progress of somebody who stands at a place of it. */
export interface LessonPlace {
  /** Slug of the lesson, the place, and `answered` where its questions are. */
  readonly name: string;
  readonly entry: LessonEntry;
  readonly content: LessonContent;
  readonly progress: LessonProgress;
}

/** What somebody has done: questions answered and borne out by some option, tasks passed. */
type Done = Pick<LessonProgress, 'answers' | 'outcomes' | 'passed'>;

/** Some option of each of these questions: what is shown does not depend on which. */
function answersTo(questions: readonly Prediction[]): Record<string, string> {
  return Object.fromEntries(questions.map(({ id, options }) => [id, options[0]?.id ?? '']));
}

/** Steps that are done, and questions behind them that are answered, no more. */
function doneOf(steps: readonly Step[], answered: readonly Prediction[] = []): Done {
  const outcomes = answersTo(steps.flatMap(predictionsOf));
  return {
    answers: { ...outcomes, ...answersTo(answered) },
    outcomes,
    passed: steps.flatMap(({ parts }) => tasksOf(parts).map(({ check }) => check)),
  };
}

/** Every place of a lesson. Rejects when the lesson cannot be loaded. */
export async function placesOf(entry: LessonEntry): Promise<readonly LessonPlace[]> {
  const content = await entry.open();
  const { steps } = content.page;
  const at = (place: string | null, name: string, done: Done = doneOf([])): LessonPlace => ({
    name: `${entry.slug}/${name}`,
    entry,
    content,
    progress: { ...noLessonProgress, place, ...done },
  });
  const before = (index: number) => steps.slice(0, index);
  return [
    at(null, 'start'),
    at('recall', 'recall'),
    ...steps.flatMap((step, index) => [
      at(step.slug, step.slug, doneOf(before(index))),
      at(step.slug, `${step.slug}/answered`, doneOf(before(index), predictionsOf(step))),
    ]),
    at('transfer', 'transfer', doneOf(steps)),
    at('finished', 'finished', doneOf(steps)),
  ];
}
