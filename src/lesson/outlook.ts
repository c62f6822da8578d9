// What a state of the lesson means for the rest of the page: what is hidden, what may be done.
import type { SnapshotFrom } from 'xstate';
import { tasksOf, visibleParts } from './evaluate';
import type { lessonMachine } from './lesson.machine';
import { stepOf } from './lessonContext';

/** A state of the lesson's actor. */
export type LessonSnapshot = SnapshotFrom<typeof lessonMachine>;

/** The innermost state: what the place that the lesson is in asks for now. */
export type LessonPhase = 'open' | 'running' | 'predicting' | 'doing' | 'shown' | 'explained' | 'finished';

/** The phase of a snapshot. */
export function phaseOf(snapshot: LessonSnapshot): LessonPhase {
  const { value } = snapshot;
  const inner = typeof value === 'string' ? value : Object.values(value)[0];
  // `arriving` is left in the same instant in which it is entered.
  return inner === undefined || inner === 'arriving' ? 'finished' : inner;
}

/** A question is open: nobody may show, say or play what would answer it. */
export function hidesOutcome(snapshot: LessonSnapshot): boolean {
  return snapshot.hasTag('question-open');
}

/** Names of the commands that the tasks in sight offer; none while a question is open, or outside a step. */
export function offeredCommands(snapshot: LessonSnapshot): readonly string[] {
  const { context } = snapshot;
  if (hidesOutcome(snapshot) || !snapshot.matches('step')) return [];
  const tasks = tasksOf(visibleParts(stepOf(context), context.progress));
  return [...new Set(tasks.flatMap(({ commands }) => commands))];
}
