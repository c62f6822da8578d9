// A lesson as it is shown to a class: one stop after the other, each question before the moments that answer it. Pure.
import type { Fact, Micros } from '../sim';
import { worldOf } from './crossCheck';
import { heldOption, predictionsOf, tasksOf } from './evaluate';
import type { LessonContent, LessonSolution, Line, Played, Prediction, Task, TextBlock } from './format';
import { placesOf, waysThrough, type MomentPlace, type Way } from './moments';
import { scenarioOf } from './content';
import { instantsOf, playAttempt, recalledBy } from './player';
import { withRecipe } from './recipe';

/** A prediction, and what a run of the solution says of it. */
export interface AskedPrediction {
  readonly prediction: Prediction;
  /** Instant of the solution at which it is asked: what comes before it is built. */
  readonly askedAt: Micros;
  /** What its step says before it asks, since the question before: without that it may mean nothing. */
  readonly setup: readonly Line[];
  /**
   * The option that the solution's run bears out, and from when on: every figure that speaks for it can be read then.
   * Null when it bears out none.
   */
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
  /** The question that is put here; elsewhere the last one of the same part that was not answered before. */
  readonly asked: AskedPrediction | null;
}

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

/** A paragraph is a line, each item of a list one with its number; tables and code are none. */
function linesOf(block: TextBlock): readonly Line[] {
  if (block.type === 'paragraph') return [block.children];
  if (block.type !== 'list') return [];
  return block.items.map((item, at): Line => {
    return [{ type: 'text', text: block.ordered ? `${at + 1}. ` : '· ' }, ...item];
  });
}

/** What is said in a step between the question before and this one; none of a recall or a transfer. */
function setupOf({ page, scenario }: LessonContent, step: string, { id }: Prediction): readonly Line[] {
  const index = page.steps.findIndex(({ slug }) => slug === step);
  const parts = page.steps[index]?.parts ?? [];
  const world = worldOf(page, index);
  const end = parts.findIndex((part) => part.type === 'prediction' && part.prediction.id === id);
  const before = parts.slice(0, Math.max(0, end));
  const start = before.findLastIndex(({ type }) => type === 'prediction') + 1;
  const blocks = before.slice(start).flatMap((part) => (part.type === 'text' ? [part.block] : []));
  // Beside other words a class has no room for a Dockerfile.
  const said = blocks.filter((block) => blocks.length === 1 || block.type !== 'recipe');
  return said.flatMap((block) => linesOf(withRecipe(block, scenario, world)));
}

/** The figures of a line. */
const figuresIn = (line: Line): readonly string[] =>
  line.flatMap((part) => {
    if (part.type === 'figure') return [part.id];
    return 'children' in part ? figuresIn(part.children) : [];
  });

/** Whether a run tells every figure of what is said for an option. */
function isShown({ checks }: LessonContent, prediction: Prediction, option: string, played: Played): boolean {
  const said = prediction.options.find(({ id }) => id === option)?.explanation ?? [];
  return figuresIn(said).every((id) => (checks.figures[id]?.(played) ?? null) !== null);
}

/** Whether somebody, or the scenario, did something. */
const isDeed = ({ name }: Fact) => name.startsWith('command.') || name.startsWith('fault.');

/** An instant at which a run bears an option out, and whether it tells all that is said for it. */
interface Told {
  readonly option: string;
  readonly at: Micros;
  readonly isShown: boolean;
}

/**
 * When a prediction of a way is asked, and when the run shows which option holds: at the first moment from then on, else
 * when what was done has had its effect, before anything else is done.
 */
function askedOf(
  content: LessonContent,
  way: Way,
  asked: Prediction,
  moments: readonly Micros[],
): AskedPrediction {
  const prediction = { prediction: asked, setup: setupOf(content, way.step, asked) };
  const askedAt = whenAsked(content, way, asked);
  if (askedAt === null) return { ...prediction, askedAt: 0, answer: null };
  const run = playAttempt(way.scenario, way.solution);
  const told: Told[] = [];
  for (const played of instantsOf(run)) {
    const { at } = played.world;
    const option = at < askedAt ? null : heldOption(content.checks, asked.id, played);
    if (option !== null) told.push({ option, at, isShown: isShown(content, asked, option, played) });
  }
  // What holds on the way only is no answer: nobody serves while the first still starts.
  const option = told.at(-1)?.option;
  const showing = told.filter((each) => each.option === option && each.isShown);
  const first = showing[0]?.at;
  if (option === undefined || first === undefined) return { ...prediction, askedAt, answer: null };
  const facts = run.facts.slice(0);
  const deed = facts.find((fact) => fact.at > first && isDeed(fact))?.at ?? Infinity;
  const effect = showing.flatMap(({ at }) => (at < deed && facts.some((fact) => fact.at === at) ? [at] : []));
  const at = effect.find((each) => moments.includes(each)) ?? effect.at(-1) ?? first;
  return { ...prediction, askedAt, answer: { option, at } };
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
    const isOver = (last?.answer?.at ?? moment.at) < moment.at;
    return { kind: 'moment', way, at: moment.at, moment, asked: isOver ? null : last };
  });
  const told = asked.flatMap((each): Stop[] => {
    const at = each.answer?.at;
    if (at === undefined || shown.some((stop) => stop.asked === each && stop.at === at)) return [];
    return [{ kind: 'outcome', way, at, moment: null, asked: each }];
  });
  const rank = ({ kind }: Stop) => (kind === 'question' ? 0 : 1);
  return [...questions, ...shown, ...told].sort((one, other) => one.at - other.at || rank(one) - rank(other));
}

function recallStops(content: LessonContent): readonly Stop[] {
  const { recall } = content.page;
  if (!recall) return [];
  const scenario = scenarioOf(content, recall.world);
  const solution = recalledBy(scenario);
  const way: Way = { step: 'recall', scenario, solution };
  const asked = askedOf(content, way, recall.prediction, []);
  const shown = asked.answer && { ...asked, answer: { ...asked.answer, at: solution.until } };
  return stopsOf(way, [shown ?? asked], []);
}

/**
 * The stops of a lesson in order. No moment comes before a question that it would answer. Plays every step's solution;
 * throws RefusedCommand when one is out of date.
 */
export function programmeOf(content: LessonContent, solution: LessonSolution): readonly Stop[] {
  const { page } = content;
  const scenario = scenarioOf(content, worldOf(page, 0));
  const way: Way = { step: page.steps[0]?.slug ?? '', scenario, solution: { commands: [], until: 0 } };
  const opening: Stop = { kind: 'opening', way, at: 0, moment: null, asked: null };
  const moments = placesOf(content, solution);
  const parts = [...waysThrough(content, solution)].flatMap((each) => {
    const step = page.steps.find(({ slug }) => slug === each.step);
    const predictions = step ? predictionsOf(step) : page.transfer ? [page.transfer.prediction] : [];
    const shown = moments.filter((moment) => moment.step === each.step);
    const instants = shown.map(({ at }) => at);
    const asked = predictions.map((prediction) => askedOf(content, each, prediction, instants));
    return stopsOf(each, asked, shown);
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
