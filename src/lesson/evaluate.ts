// What a step looks like to somebody who is so far, and what a run adds to it. Pure.
import type {
  CheckResult,
  LessonChecks,
  LessonPage,
  Played,
  Prediction,
  Step,
  StepPart,
  Task,
} from './format';
import type { LessonProgress } from './progress';

/** The predictions of a step, in order. */
export function predictionsOf(step: Step): readonly Prediction[] {
  return step.parts.flatMap((part) => (part.type === 'prediction' ? [part.prediction] : []));
}

/** The tasks among some parts of a step. */
export function tasksOf(parts: readonly StepPart[]): readonly Task[] {
  return parts.flatMap((part) => (part.type === 'task' ? [part.task] : []));
}

const isAnswered = (progress: LessonProgress, prediction: Prediction) =>
  Object.hasOwn(progress.answers, prediction.id);

/**
 * The parts that may be seen: up to the first prediction that is not locked, which itself comes only when the
 * tasks before it are done; and no text or moment that follows a task that is still open.
 */
export function visibleParts(step: Step, progress: LessonProgress): readonly StepPart[] {
  const visible: StepPart[] = [];
  for (const part of step.parts) {
    const done = tasksDone(visible, progress);
    if (part.type === 'prediction' && !done) return visible;
    if (part.type === 'prediction' || part.type === 'task' || done) visible.push(part);
    if (part.type === 'prediction' && !isAnswered(progress, part.prediction)) return visible;
  }
  return visible;
}

function tasksDone(parts: readonly StepPart[], progress: LessonProgress): boolean {
  return tasksOf(parts).every((task) => progress.passed.includes(task.check));
}

/** The prediction that waits for an answer, or null. */
export function openPrediction(step: Step, progress: LessonProgress): Prediction | null {
  const last = visibleParts(step, progress).at(-1);
  return last?.type === 'prediction' && !isAnswered(progress, last.prediction) ? last.prediction : null;
}

/** Everything of the step is done, and the run has told which option of each prediction holds. */
export function isDone(step: Step, progress: LessonProgress): boolean {
  return (
    tasksDone(step.parts, progress) &&
    predictionsOf(step).every(({ id }) => Object.hasOwn(progress.outcomes, id))
  );
}

/** A step can be entered when every core step before it is done. */
export function isReachable(page: LessonPage, index: number, progress: LessonProgress): boolean {
  return page.steps.slice(0, index).every((step) => step.further || isDone(step, progress));
}

/** The one option that holds in a run; null when none does, or more than one. */
export function heldOption(checks: LessonChecks, prediction: string, played: Played): string | null {
  const holding = Object.entries(checks.predictions[prediction] ?? {}).filter(([, holds]) => holds(played));
  const [first, ...more] = holding;
  return first && more.length === 0 ? first[0] : null;
}

/** What a run has shown of a step. */
export interface Evaluation {
  readonly progress: LessonProgress;
  /** By check, what is still missing in this run. */
  readonly missing: Readonly<Record<string, string>>;
}

/** A check that is not in checks.ts cannot be passed; the loader refuses such a lesson before. */
export function testCheck(checks: LessonChecks, id: string, played: Played): CheckResult {
  return checks.checks[id]?.test(played) ?? { passed: false, missing: id };
}

/** Latches the outcomes of answered predictions, by the order of `ids`. The same progress if nothing is new. */
export function latchOutcomes(
  ids: readonly string[],
  progress: LessonProgress,
  checks: LessonChecks,
  played: Played,
): LessonProgress {
  return ids.reduce((known, id) => {
    if (!Object.hasOwn(known.answers, id) || Object.hasOwn(known.outcomes, id)) return known;
    const option = heldOption(checks, id, played);
    return option === null ? known : { ...known, outcomes: { ...known.outcomes, [id]: option } };
  }, progress);
}

/** Which of these tasks a run passes, and what it lacks for the others. */
export function judgeTasks(
  tasks: readonly Task[],
  checks: LessonChecks,
  played: Played,
): { readonly passed: readonly string[]; readonly missing: Evaluation['missing'] } {
  const passed: string[] = [];
  const missing: Record<string, string> = {};
  for (const { check } of tasks) {
    const result = testCheck(checks, check, played);
    if (result.passed) passed.push(check);
    else missing[check] = result.missing;
  }
  return { passed, missing };
}

/**
 * Latches the checks that this run passes and, once all tasks in sight are done or one that settles it, the options
 * that it bears out. What comes into sight by that is looked at too. `progress` comes back as the same object when nothing
 * is new.
 */
export function evaluateStep(
  step: Step,
  progress: LessonProgress,
  checks: LessonChecks,
  played: Played,
): Evaluation {
  const parts = visibleParts(step, progress);
  const open = tasksOf(parts).filter((task) => !progress.passed.includes(task.check));
  const { passed, missing } = judgeTasks(open, checks, played);
  if (passed.length > 0) {
    const latched = { ...progress, passed: [...progress.passed, ...passed] };
    return evaluateStep(step, latched, checks, played);
  }
  const done = tasksOf(parts).filter((task) => !open.includes(task));
  const ids = predictionsOf(step)
    .map(({ id }) => id)
    .filter((id) => open.length === 0 || done.some(({ settles }) => settles === id));
  return { progress: latchOutcomes(ids, progress, checks, played), missing };
}
