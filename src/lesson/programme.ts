// A lesson as it is shown to a class: one stop after the other, each question before the moments that answer it. Pure.
import type { Micros } from '../sim';
import { worldOf } from './crossCheck';
import { heldOption, predictionsOf, tasksOf } from './evaluate';
import type { LessonContent, LessonSolution, Prediction, Task } from './format';
import { placesOf, waysThrough, type MomentPlace, type Way } from './moments';
import { scenarioOf } from './content';
import { instantsOf, playAttempt } from './player';

/** A prediction, and what a run of the solution says of it. */
export interface AskedPrediction {
  readonly prediction: Prediction;
  /** Instant of the solution at which it is asked: what comes before it is built. */
  readonly askedAt: Micros;
  /** The option that the solution's run bears out, and from when on; null when it bears out none. */
  readonly answer: { readonly option: string; readonly at: Micros } | null;
}

/** What stands when it is asked answers it: nothing has to run for that. */
export const isSeenAtOnce = ({ askedAt, answer }: AskedPrediction): boolean => answer?.at === askedAt;

/** A place of the talk. Its stage is `way`, with the head at `at`. */
export interface Stop {
  /** `opening`: a world before anything is asked. `outcome`: the run has told which option of `asked` holds. */
  readonly kind: 'opening' | 'question' | 'moment' | 'outcome';
  readonly way: Way;
  readonly at: Micros;
  /** Of a moment. */
  readonly moment: MomentPlace | null;
  /** The question that is put here; elsewhere the last one of the same part, if there was one. */
  readonly asked: AskedPrediction | null;
}

const nothingDone = { commands: [], until: 0 };

/** What has to be done before a prediction is asked: in the steps that its step continues, and in its own. */
function tasksBefore({ page }: LessonContent, step: string, { id }: Prediction): readonly Task[] {
  const index = page.steps.findIndex(({ slug }) => slug === step);
  const own = page.steps[index];
  if (!own) return [];
  const first = page.steps.findLastIndex(({ stage }, at) => at <= index && stage.type === 'world');
  const earlier = page.steps.slice(Math.max(0, first), index).flatMap(({ parts }) => parts);
  const at = own.parts.findIndex((part) => part.type === 'prediction' && part.prediction.id === id);
  return tasksOf([...earlier, ...own.parts.slice(0, Math.max(0, at))]);
}

/** When a prediction is asked in a run, which need not be the solution's; null while it is not. */
export function whenAsked(content: LessonContent, way: Way, prediction: Prediction): Micros | null {
  const before = tasksBefore(content, way.step, prediction);
  if (before.length === 0) return 0;
  const { checks } = content.checks;
  for (const played of instantsOf(playAttempt(way.scenario, way.solution)))
    if (before.every(({ check }) => checks[check]?.test(played).passed === true)) return played.world.at;
  return null;
}

/** When a prediction of a way is asked, and when the run tells which option holds. */
function askedOf(content: LessonContent, way: Way, prediction: Prediction): AskedPrediction {
  const askedAt = whenAsked(content, way, prediction);
  if (askedAt === null) return { prediction, askedAt: 0, answer: null };
  for (const played of instantsOf(playAttempt(way.scenario, way.solution))) {
    const { at } = played.world;
    const option = at < askedAt ? null : heldOption(content.checks, prediction.id, played);
    if (option !== null) return { prediction, askedAt, answer: { option, at } };
  }
  return { prediction, askedAt, answer: null };
}

/** The stops of one part: its questions and its moments in the order in which they come, then what is left to tell. */
function stopsOf(
  way: Way,
  asked: readonly AskedPrediction[],
  moments: readonly MomentPlace[],
): readonly Stop[] {
  const questions = asked.map((each): Stop => {
    return { kind: 'question', way, at: each.askedAt, moment: null, asked: each };
  });
  const shown = moments.map((moment): Stop => {
    const last = asked.findLast(({ askedAt }) => askedAt <= moment.at) ?? null;
    return { kind: 'moment', way, at: moment.at, moment, asked: last };
  });
  const told = asked.flatMap((each): Stop[] => {
    const at = each.answer?.at;
    if (at === undefined || shown.some((stop) => stop.asked === each && stop.at >= at)) return [];
    return [{ kind: 'outcome', way, at, moment: null, asked: each }];
  });
  const rank = ({ kind }: Stop) => (kind === 'question' ? 0 : 1);
  return [...questions, ...shown, ...told].sort((one, other) => one.at - other.at || rank(one) - rank(other));
}

function recallStops(content: LessonContent): readonly Stop[] {
  const { recall } = content.page;
  if (!recall) return [];
  const way: Way = { step: 'recall', scenario: scenarioOf(content, recall.world), solution: nothingDone };
  return stopsOf(way, [askedOf(content, way, recall.prediction)], []);
}

/**
 * The stops of a lesson in order. No moment comes before a question that it would answer. Plays every step's solution;
 * throws RefusedCommand when one is out of date.
 */
export function programmeOf(content: LessonContent, solution: LessonSolution): readonly Stop[] {
  const { page } = content;
  const scenario = scenarioOf(content, worldOf(page, 0));
  const way: Way = { step: page.steps[0]?.slug ?? '', scenario, solution: nothingDone };
  const opening: Stop = { kind: 'opening', way, at: 0, moment: null, asked: null };
  const moments = placesOf(content, solution);
  const parts = [...waysThrough(content, solution)].flatMap((each) => {
    const step = page.steps.find(({ slug }) => slug === each.step);
    const predictions = step ? predictionsOf(step) : page.transfer ? [page.transfer.prediction] : [];
    const asked = predictions.map((prediction) => askedOf(content, each, prediction));
    return stopsOf(
      each,
      asked,
      moments.filter((moment) => moment.step === each.step),
    );
  });
  return [opening, ...recallStops(content), ...parts];
}

/** Where an address leads: to its moment, else to the first stop of its step (a number from 1 on, or its slug). */
export function stopFor(
  content: Pick<LessonContent, 'page'>,
  stops: readonly Stop[],
  asked: { readonly moment: string | null; readonly step: string | null },
): number {
  const atMoment = stops.findIndex(({ moment }) => moment !== null && moment.id === asked.moment);
  if (atMoment >= 0 || asked.step === null) return Math.max(0, atMoment);
  const slug = content.page.steps[Number(asked.step) - 1]?.slug ?? asked.step;
  return Math.max(
    0,
    stops.findIndex(({ kind, way }) => kind !== 'opening' && way.step === slug),
  );
}
