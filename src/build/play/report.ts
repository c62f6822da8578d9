// Lines about one step of a lesson that was played with its solution.
import { worldOf } from '../../lesson/crossCheck';
import { isDone, predictionsOf, tasksOf } from '../../lesson/evaluate';
import type { Figure, LessonContent, LessonSolution, SolutionStep, Step } from '../../lesson/format';
import { figuresIn, scenarioOf } from '../../lesson/content';
import { judgeRun, playAttempt, playedOf, wholeAttempt } from '../../lesson/player';
import { blastsNow, type Micros, type Run } from '../../sim';
import { format } from '../../i18n';
import { factSentence, sceneInWords } from '../../words';
import { learnImages } from '../../words/images';
import type { Mode } from './request';

/** What was printed, and whether the solution did what it should. */
export interface StepReport {
  readonly lines: readonly string[];
  readonly passed: boolean;
}

/** An attempt that ends at `until`; later commands are left out. */
function cut(attempt: SolutionStep, until: Micros | null): SolutionStep {
  if (until === null) return attempt;
  return { commands: attempt.commands.filter(({ at }) => at <= until), until };
}

function showFigure(figure: Figure): string {
  if (figure === null) return 'not known';
  return typeof figure === 'object' ? format.duration(figure.micros) : String(figure);
}

function checkLines(step: Step, { checks }: LessonContent, run: Run): readonly string[] {
  const { progress, missing } = judgeRun(step, checks, run);
  const tasks = tasksOf(step.parts).map(({ check }) =>
    progress.passed.includes(check) ? `  passed  ${check}` : `  OPEN    ${check}: ${missing[check] ?? ''}`,
  );
  const questions = predictionsOf(step).map(({ id }) => `  ${id}: ${progress.outcomes[id] ?? 'UNDECIDED'}`);
  const known = Object.entries(figuresIn(checks, playedOf(run))).filter(([, value]) => value !== null);
  return [...tasks, ...questions, ...known.map(([id, value]) => `  ${id} = ${showFigure(value)}`)];
}

function factLines(run: Run): readonly string[] {
  learnImages();
  const view = run.view();
  return run.facts
    .slice(0, run.factsAtHead)
    .map(
      (fact) => `${format.clock(fact.at).padStart(9)}  ${fact.name.padEnd(28)}  ${factSentence(fact, view)}`,
    );
}

function worldLines(run: Run): readonly string[] {
  return run
    .view()
    .entities.map(({ id, state, standsOn, context }) =>
      [
        id.padEnd(24),
        state.padEnd(18),
        `on ${standsOn ?? 'nothing'}`.padEnd(26),
        JSON.stringify(context),
      ].join(' '),
    );
}

function linesOf(mode: Exclude<Mode, 'checks'>, run: Run): readonly string[] {
  const view = run.view();
  switch (mode) {
    case 'facts':
      return factLines(run);
    case 'world':
      return worldLines(run);
    case 'words':
      return [sceneInWords(view, blastsNow(run.facts, run.factsAtHead, view))];
    case 'digest':
      return [run.digest()];
  }
}

/** Plays one step with its solution and tells of it. Throws RefusedCommand when the model refuses a command. */
export function reportStep(
  content: LessonContent,
  solution: LessonSolution,
  index: number,
  mode: Mode,
  until: Micros | null,
): StepReport {
  const step = content.page.steps[index]!;
  const own = solution.steps[step.slug]!;
  const scenario = scenarioOf(content, worldOf(content.page, index));
  const run = playAttempt(scenario, cut(wholeAttempt(content, solution, index, own), until));
  const passed = until !== null || isDone(step, judgeRun(step, content.checks, run).progress);
  run.seek(run.furthest);
  const title = `${index + 1}. ${step.title} (${format.clock(run.furthest)})`;
  const lines = mode === 'checks' ? checkLines(step, content, run) : linesOf(mode, run);
  return { lines: [title, ...lines], passed };
}

/** Tells of a run at its head, or at `until`. There are no checks in it: without a mode it is told in words. */
export function reportRun(run: Run, mode: Mode, until: Micros | null): readonly string[] {
  if (until !== null) run.seek(until);
  const title = `${run.scenario.id} (${format.clock(run.head)})`;
  return [title, ...linesOf(mode === 'checks' ? 'words' : mode, run)];
}
