// What a state of the lesson means for the rest of the page: what is hidden, what may be done.
import { tasksOf, visibleParts } from './evaluate';
import { stepOf } from './lessonContext';
import type { LessonSnapshot } from './lessonFlow';

/** The innermost state, in which the machine comes to rest: what the place that the lesson is in asks for now. */
export type LessonPhase = 'open' | 'running' | 'predicting' | 'doing' | 'shown' | 'explained' | 'finished';

/** The phase of a snapshot. */
export function phaseOf({ path }: LessonSnapshot): LessonPhase {
  return path.slice(path.indexOf('.') + 1) as LessonPhase;
}

/** A question is open: nobody may show, say or play what would answer it. */
export function hidesOutcome(snapshot: LessonSnapshot): boolean {
  return snapshot.tags.includes('question-open');
}

/**
 * What the tasks in sight offer, as they write it; nothing while a question is open, or outside a step. A task that
 * offers nothing is one to watch: what the tasks behind it offer comes when it is done.
 */
export function offeredCommands(snapshot: LessonSnapshot): readonly string[] {
  const { progress } = snapshot.context;
  if (hidesOutcome(snapshot) || !snapshot.path.startsWith('step.')) return [];
  const tasks = tasksOf(visibleParts(stepOf(snapshot.context), progress));
  const watching = tasks.findIndex(
    ({ commands, check }) => commands.length === 0 && !progress.passed.includes(check),
  );
  const now = watching < 0 ? tasks : tasks.slice(0, watching);
  return [...new Set(now.flatMap(({ commands }) => commands))];
}
