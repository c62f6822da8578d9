// What the lesson machine knows, and the pure steps from one such state to the next.
import { isReachable, openPrediction, tasksOf } from './evaluate';
import type { LessonContent, LessonPage, Played, Prediction, Step } from './format';
import { noLessonProgress, type LessonProgress, type Place } from './progress';

/** The world that shall stand on the stage. A new `epoch` asks for it afresh, also when the name is the same. */
export interface StageWish {
  /** null: the stage stays closed. */
  readonly world: string | null;
  readonly epoch: number;
  /** The step whose solution shall be played on it, after "show me". */
  readonly show: string | null;
}

/** What the machine knows beside its state. */
export interface LessonContext {
  readonly content: LessonContent;
  readonly progress: LessonProgress;
  /** Index of the step that is, or was last, worked on. */
  readonly step: number;
  /** The option that is marked and not locked yet. */
  readonly choice: string | null;
  /** By check, what the run still lacks. */
  readonly missing: Readonly<Record<string, string>>;
  readonly stage: StageWish;
  /** Checks that somebody else's run, on the stage of this epoch, was seen to pass. */
  readonly ticks: { readonly epoch: number; readonly checks: readonly string[] };
}

/** What may happen to a lesson. */
export type LessonEvent =
  | { readonly type: 'choose'; readonly option: string }
  | { readonly type: 'lock' }
  /** The run on the stage of this epoch was looked at: the world and its facts up to the head. */
  | { readonly type: 'played'; readonly epoch: number; readonly played: Played }
  | { readonly type: 'next' }
  | { readonly type: 'hint' }
  | { readonly type: 'show-me' }
  /** The step again as it began: one that continues has what the steps before it did. */
  | { readonly type: 'start-again' }
  | { readonly type: 'go-to'; readonly step: string }
  /** An address asks for a step, earned or not: questions before it are left out, its own stay open. */
  | { readonly type: 'visit'; readonly step: string }
  /** The whole solution of the step is played, whatever was answered. */
  | { readonly type: 'demonstrate' }
  /** Somebody else's run is put on the stage: it answers no question and passes no task. */
  | { readonly type: 'look' }
  /** Another tab wrote progress. */
  | { readonly type: 'merge'; readonly progress: LessonProgress };

/** What an actor of the machine is given. */
export interface LessonInput {
  readonly content: LessonContent;
  readonly progress?: LessonProgress;
}

/** The step that is worked on. */
export const stepOf = ({ content, step }: LessonContext): Step => content.page.steps[step]!;

/** The question that is on the page in this place, open or not. */
export function questionOf(context: LessonContext): Prediction | null {
  const { page } = context.content;
  if (context.progress.place === 'recall') return page.recall?.prediction ?? null;
  if (context.progress.place === 'transfer') return page.transfer?.prediction ?? null;
  return openPrediction(stepOf(context), context.progress);
}

/** Its answer is locked. */
export const isAnswered = ({ progress }: LessonContext, prediction: Prediction | undefined) =>
  prediction !== undefined && Object.hasOwn(progress.answers, prediction.id);

/** The run has told which of its options holds. */
export const isHeld = ({ progress }: LessonContext, prediction: Prediction | undefined) =>
  prediction !== undefined && Object.hasOwn(progress.outcomes, prediction.id);

/** The world a step stands in: its own, or the one it goes on with. */
export function stepWorld({ content, step }: LessonContext): string {
  const own = content.page.steps.slice(0, step + 1).findLast(({ stage }) => stage.type === 'world')?.stage;
  return own?.type === 'world' ? own.world : '';
}

/** Checks that are ticked for what somebody else's run on the stage has done; they are not the learner's. */
export const ticksOf = ({ ticks, stage }: LessonContext): readonly string[] =>
  ticks.epoch === stage.epoch ? ticks.checks : [];

/** Asks for a world afresh. */
export function wish(
  { stage }: Pick<LessonContext, 'stage'>,
  world: string | null,
  show: string | null = null,
): StageWish {
  return { world, epoch: stage.epoch + 1, show };
}

/** The next step that is not optional, or -1. */
export function nextCore({ content, step }: LessonContext): number {
  return content.page.steps.findIndex(({ further }, index) => index > step && !further);
}

/**
 * Progress for a step whose world begins afresh: what a question that is not told yet asks about has to be built
 * again, so the tasks before it are open again.
 */
export function rebuilding(step: Step, progress: LessonProgress): LessonProgress {
  const question = step.parts.findLastIndex(
    (part) => part.type === 'prediction' && !Object.hasOwn(progress.outcomes, part.prediction.id),
  );
  const again = tasksOf(step.parts.slice(0, Math.max(question, 0))).map(({ check }) => check);
  if (!again.some((check) => progress.passed.includes(check))) return progress;
  return { ...progress, passed: progress.passed.filter((check) => !again.includes(check)) };
}

/** Enters a step; one that continues keeps what stands on the stage if it came straight from before. */
export function enterStep(context: LessonContext, step: number): Partial<LessonContext> {
  const moved = { ...context, step };
  const slug = stepOf(moved).slug;
  const keeps = stepOf(moved).stage.type === 'continue' && step === context.step + 1;
  const progress = { ...context.progress, place: slug };
  return {
    step,
    choice: null,
    missing: {},
    stage: keeps ? context.stage : wish(context, stepWorld(moved)),
    progress: keeps ? progress : rebuilding(stepOf(moved), progress),
  };
}

const isCoreDone = (page: LessonPage, progress: LessonProgress) =>
  isReachable(page, page.steps.length, progress);

/** The place that kept progress names, or the start when the page has no such place or it is not earned. */
function placeOf(page: LessonPage, progress: LessonProgress): Place {
  const { place } = progress;
  const step = page.steps.findIndex(({ slug }) => slug === place);
  if (step >= 0 && isReachable(page, step, progress)) return place;
  if (place === 'transfer' && page.transfer && isCoreDone(page, progress)) return place;
  if (place === 'finished' && isCoreDone(page, progress)) return place;
  return page.recall ? 'recall' : (page.steps[0]?.slug ?? 'finished');
}

/** The world that stands when somebody arrives: none where the stage is still closed. */
function firstWorld(context: LessonContext): string | null {
  const { recall, transfer } = context.content.page;
  const { place } = context.progress;
  if (place === 'recall' && recall) return recall.world;
  if (place === 'transfer') return null;
  return place === 'finished' && transfer ? transfer.world : stepWorld(context);
}

const noTicks = { epoch: 0, checks: [] };
const closed: StageWish = { world: null, epoch: 0, show: null };

/** A lesson as kept progress left it. */
export function arrive({ content, progress = noLessonProgress }: LessonInput): LessonContext {
  const { page } = content;
  const place = placeOf(page, progress);
  const named = page.steps.findIndex(({ slug }) => slug === place);
  const step = named >= 0 || place === 'recall' ? Math.max(named, 0) : page.steps.length - 1;
  const kept = named < 0 ? { ...progress, place } : rebuilding(page.steps[named]!, { ...progress, place });
  const base = { content, progress: kept, step, choice: null, missing: {}, stage: closed, ticks: noTicks };
  return { ...base, stage: wish(base, firstWorld(base)) };
}
