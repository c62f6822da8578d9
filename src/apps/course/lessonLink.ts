// Where a run from outside belongs in a lesson, and whether it may stand there yet. Pure.
import { worldOf } from '../../lesson/crossCheck';
import { predictionsOf } from '../../lesson/evaluate';
import type { LessonPage } from '../../lesson/format';
import type { LessonContext } from '../../lesson/lessonContext';
import type { LessonPhase } from '../../lesson/outlook';
import type { Place } from '../../lesson/progress';
import type { Linked } from './linked';

/** A run from outside, and what it came with. */
export interface LinkedRun {
  readonly linked: Linked;
  /** This learner's own run, come back with the page. */
  readonly isOwn: boolean;
  /** The place in the lesson that it was opened for. */
  readonly place: Place;
}

/** Name of its world; null when it is none of a lesson's. */
export function worldName({ situation }: Linked): string | null {
  return 'lesson' in situation.scenario ? situation.scenario.world : null;
}

/** The step to open for a world: the one asked for if it has it, else the learner's own, else the first one. */
export function stepFor(
  page: LessonPage,
  world: string | null,
  asked: string | null,
  place: Place,
): string | null {
  const steps = page.steps.filter((_, index) => worldOf(page, index) === world).map(({ slug }) => slug);
  return [asked, place].find((slug) => slug !== null && steps.includes(slug)) ?? steps[0] ?? null;
}

/** Phases in which a run of somebody else answers nothing and passes nothing, or can be made to. */
const OPEN: readonly LessonPhase[] = ['doing', 'shown', 'explained', 'finished'];

/**
 * Whether it may be seen: in its place and world, and, unless it is the learner's own, not while it could answer a
 * question of the step that is not locked. A step whose solution is shown already has no such question.
 */
export function mayStand(
  { linked, isOwn, place }: LinkedRun,
  context: LessonContext,
  phase: LessonPhase,
): boolean {
  const { content, progress, stage } = context;
  if (progress.place !== place || stage.world !== worldName(linked)) return false;
  if (isOwn || phase === 'shown') return true;
  const step = content.page.steps.find(({ slug }) => slug === place);
  const questions = step ? predictionsOf(step) : [];
  return OPEN.includes(phase) && questions.every(({ id }) => Object.hasOwn(progress.answers, id));
}
