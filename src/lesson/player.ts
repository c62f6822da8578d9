// Plays lessons without a screen: solutions and wrong attempts on real runs, and what they show. Pure.
import { createRun, type Micros, type Refusal, type Run, type Scenario } from '../sim';
import { evaluateStep, openPrediction, tasksOf } from './evaluate';
import { scenarioOf } from './content';
import { worldOf } from './crossCheck';
import type { LessonChecks, LessonContent, LessonSolution, Played, SolutionStep, Step } from './format';
import { noLessonProgress, type LessonProgress } from './progress';

/** A command of an attempt that the model refused: the attempt is out of date. */
export class RefusedCommand extends Error {
  readonly refusal: Refusal;

  constructor(at: Micros, name: string, target: string, refusal: Refusal) {
    super(`At ${at} "${name}" on ${target} was refused: ${refusal.code} ${JSON.stringify(refusal.data)}`);
    this.name = 'RefusedCommand';
    this.refusal = refusal;
  }
}

/** What a run shows at its head. */
export function playedOf(run: Run): Played {
  return { world: run.view(), facts: run.facts.slice(0, run.factsAtHead) };
}

/** What answers a recall: what stands in its world; where that has a script of its own, what comes of it. */
export function recalledBy({ world }: Scenario): SolutionStep {
  return { commands: [], until: Math.max(0, ...(world.faults ?? []).map(({ at }) => at)) };
}

/** Plays commands on a world to the end of the attempt. Throws RefusedCommand when one cannot be done. */
export function playAttempt(scenario: Scenario, { commands, until }: SolutionStep): Run {
  const run = createRun(scenario);
  for (const { at, command } of commands) {
    run.seek(at);
    const outcome = run.do(command);
    if (!outcome.done) throw new RefusedCommand(at, command.name, command.target, outcome.refusal);
  }
  run.seek(until);
  return run;
}

/** An attempt with what the steps before did, where the step goes on with their world. */
export function wholeAttempt(
  { page }: Pick<LessonContent, 'page'>,
  solution: LessonSolution,
  step: number,
  attempt: SolutionStep,
): SolutionStep {
  const before = page.steps[step]?.stage.type === 'continue' ? page.steps[step - 1] : undefined;
  const played = before && solution.steps[before.slug];
  if (!played) return attempt;
  const earlier = wholeAttempt({ page }, solution, step - 1, played);
  return { commands: [...earlier.commands, ...attempt.commands], until: attempt.until };
}

/** All of a step's solution, whatever the learner has answered. */
export function wholeSolution(
  content: Pick<LessonContent, 'page'>,
  solution: LessonSolution,
  step: number,
): SolutionStep {
  return wholeAttempt(content, solution, step, solution.steps[content.page.steps[step]!.slug]!);
}

/** Everything a run showed on its way: one `Played` for each instant at which something happened, and its end. */
export function* instantsOf(run: Run): Iterable<Played> {
  const end = run.furthest;
  const instants = new Set(run.facts.slice(0).map((fact) => fact.at));
  for (const at of [...instants, end]) {
    run.seek(at);
    yield playedOf(run);
  }
}

/** Locks the first option of the open prediction, if one is open. */
function answered(step: Step, progress: LessonProgress): LessonProgress {
  const prediction = openPrediction(step, progress);
  if (!prediction) return progress;
  return { ...progress, answers: { ...progress.answers, [prediction.id]: prediction.options[0]!.id } };
}

/** What a run made of a step, judged as the page judges it: at every instant, passed checks stay passed. */
export interface Judgement {
  readonly progress: LessonProgress;
  /** By check that is not passed, what the end of the run lacks. */
  readonly missing: Readonly<Record<string, string>>;
}

/** Judges a run of a step; predictions are answered as soon as they open. */
export function judgeRun(step: Step, checks: LessonChecks, run: Run): Judgement {
  let judgement: Judgement = { progress: answered(step, noLessonProgress), missing: {} };
  for (const played of instantsOf(run)) {
    const seen = evaluateStep(step, judgement.progress, checks, played);
    judgement = { ...seen, progress: answered(step, seen.progress) };
  }
  return judgement;
}

/**
 * The part of a solution that "show me" may play: all of it, or what comes before a prediction that the
 * learner has not locked yet.
 */
export function shownSolution(
  content: LessonContent,
  solution: LessonSolution,
  step: number,
  progress: LessonProgress,
): SolutionStep {
  const page = content.page.steps[step]!;
  const whole = wholeSolution(content, solution, step);
  const hidden = page.parts.findIndex(
    (part) => part.type === 'prediction' && !Object.hasOwn(progress.answers, part.prediction.id),
  );
  if (hidden < 0) return whole;
  const before = tasksOf(page.parts.slice(0, hidden)).map((task) => task.check);
  const run = playAttempt(scenarioOf(content, worldOf(content.page, step)), whole);
  for (const played of instantsOf(run))
    if (before.every((check) => content.checks.checks[check]?.test(played).passed === true)) {
      const until = played.world.at;
      return { commands: whole.commands.filter(({ at }) => at <= until), until };
    }
  return whole;
}
