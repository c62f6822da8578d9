// The table of claims is true: every check in it exists, and is lost when the model loses the rule beside it.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { worldOf } from '../../src/lesson/crossCheck';
import type { LessonContent, LessonSolution, SolutionStep } from '../../src/lesson/format';
import { scenarioOf } from '../../src/lesson/content';
import { judgeRun, playAttempt, playedOf, wholeAttempt } from '../../src/lesson/player';
import type { Effect } from '../../src/sim/engine/acts';
import { model } from '../../src/sim/model';
import { claims, type Shown } from './claims';

const opened = await Promise.all(
  lessons.map(async (entry) => ({
    slug: entry.slug,
    content: await entry.open(),
    solution: await entry.solution(),
  })),
);

/** What a rule may be taken from, for a while. */
type Removable = Record<string, Effect>;

function without<Result>(rule: string, look: () => Result): Result {
  const [kind, name] = rule.split(' ') as [string, string];
  const home =
    kind === 'model'
      ? (model as unknown as Removable)
      : (model.kinds.find((each) => each.kind === kind)!.effects as Removable);
  const kept = home[name]!;
  home[name] = () => undefined;
  try {
    return look();
  } finally {
    home[name] = kept;
  }
}

/** Plays the solution of a step, or the world of the transfer question. */
function played(content: LessonContent, solution: LessonSolution, step: string) {
  const { page } = content;
  const attempt = solution.steps[step] as SolutionStep;
  if (step === 'transfer') return playAttempt(scenarioOf(content, page.transfer!.world), attempt);
  const index = page.steps.findIndex(({ slug }) => slug === step);
  return playAttempt(
    scenarioOf(content, worldOf(page, index)),
    wholeAttempt(content, solution, index, attempt),
  );
}

/** Whether the check passed, or which options of the question hold. */
function verdict({ lesson, step, check }: Shown): string {
  const { content, solution } = opened.find(({ slug }) => slug === lesson)!;
  const run = played(content, solution, step);
  const options = content.checks.predictions[check];
  if (options === undefined) {
    const found = content.page.steps.find(({ slug }) => slug === step)!;
    return String(judgeRun(found, content.checks, run).progress.passed.includes(check));
  }
  run.seek(run.furthest);
  const all = playedOf(run);
  return Object.keys(options)
    .filter((id) => options[id]!(all))
    .join();
}

function verdictWithout(each: Shown): string {
  try {
    return without(each.rule, () => verdict(each));
  } catch (problem) {
    return String(problem);
  }
}

const all = claims.flatMap(({ claim, shown }) => shown.map((each) => ({ claim, ...each })));

it('has every claim once, each shown or with the lesson that will show it', () => {
  const names = claims.map(({ claim }) => claim);
  expect(new Set(names).size).toBe(names.length);
  for (const { claim, shown, later } of claims) expect(shown.length + later.length, claim).toBeGreaterThan(0);
});

describe.each(all)('$claim: $lesson, $check', (each) => {
  it('exists', () => {
    const { content } = opened.find(({ slug }) => slug === each.lesson)!;
    expect([...Object.keys(content.checks.checks), ...Object.keys(content.checks.predictions)]).toContain(
      each.check,
    );
  });

  it(`is lost without "${each.rule}"`, () => {
    const right = verdict(each);
    expect(right).toMatch(/^(true|[\w-]+)$/);
    expect(verdictWithout(each)).not.toBe(right);
  });
});
