// Plays every lesson folder: its solution, its wrong attempts, its moments, its questions and its figures.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { worldOf } from '../../src/lesson/crossCheck';
import { isDone, predictionsOf, tasksOf } from '../../src/lesson/evaluate';
import type { Figure, SolutionStep } from '../../src/lesson/format';
import { figuresIn, momentsIn, scenarioOf } from '../../src/lesson/content';
import { judgeRun, playAttempt, playedOf, recalledBy, wholeAttempt } from '../../src/lesson/player';
import { createRun } from '../../src/sim';

const opened = await Promise.all(
  lessons.map(async (entry) => ({
    name: `${entry.number} ${entry.slug}`,
    content: await entry.open(),
    solution: await entry.solution(),
  })),
);

it('finds lessons', () => {
  expect(opened.length).toBeGreaterThan(0);
});

describe.each(opened)('lesson $name', ({ content, solution }) => {
  const { page, checks, scenario } = content;
  const play = (step: number, attempt: SolutionStep) =>
    playAttempt(scenarioOf(content, worldOf(page, step)), wholeAttempt(content, solution, step, attempt));
  const solved = (step: number) => play(step, solution.steps[page.steps[step]!.slug]!);

  describe.each(page.steps.map((step, index) => ({ slug: step.slug, step, index })))(
    'step $slug',
    ({ step, index }) => {
      it('does not pass at its start', () => {
        const start = judgeRun(step, checks, play(index, { commands: [], until: 0 }));
        for (const { check } of tasksOf(step.parts)) expect(start.progress.passed).not.toContain(check);
        expect(isDone(step, start.progress)).toBe(false);
      });

      it('passes with its solution, which decides every question', () => {
        const end = judgeRun(step, checks, solved(index));
        expect(end.missing).toEqual({});
        expect(end.progress.passed).toEqual(tasksOf(step.parts).map(({ check }) => check));
        expect(isDone(step, end.progress)).toBe(true);
      });

      it('has exactly one option that holds for each question', () => {
        const played = playedOf(solved(index));
        for (const { id, options } of predictionsOf(step)) {
          const holding = options.filter((option) => checks.predictions[id]?.[option.id]?.(played));
          expect(holding.map((option) => option.id)).toHaveLength(1);
        }
      });
    },
  );

  it.each(solution.wrong)('does not accept: $name', (attempt) => {
    const index = page.steps.findIndex(({ slug }) => slug === attempt.step);
    const judgement = judgeRun(page.steps[index]!, checks, play(index, attempt));
    expect(judgement.progress.passed).not.toContain(attempt.unmet);
    expect(judgement.missing[attempt.unmet]).toMatch(/\S/);
  });

  it('answers its recall from the world as it starts, and what comes of that by itself', () => {
    if (!page.recall) return;
    const scenario = scenarioOf(content, page.recall.world);
    const played = playedOf(playAttempt(scenario, recalledBy(scenario)));
    const predicates = Object.values(checks.predictions[page.recall.prediction.id] ?? {});
    expect(predicates.filter((holds) => holds(played))).toHaveLength(1);
  });

  it('answers its transfer question by running its world, and not before', () => {
    if (!page.transfer) return;
    const { world, prediction } = page.transfer;
    const predicates = Object.values(checks.predictions[prediction.id] ?? {});
    const start = playedOf(createRun(scenarioOf(content, world)));
    expect(predicates.filter((holds) => holds(start))).toHaveLength(0);
    const end = playedOf(playAttempt(scenarioOf(content, world), solution.steps['transfer']!));
    expect(predicates.filter((holds) => holds(end))).toHaveLength(1);
  });

  const runs = [
    ...page.steps.map((_, index) => () => solved(index)),
    ...(page.transfer
      ? [() => playAttempt(scenarioOf(content, page.transfer!.world), solution.steps['transfer']!)]
      : []),
  ];

  it('reaches every moment', () => {
    const reached = runs.flatMap((run) =>
      Object.entries(momentsIn(scenario, playedOf(run()).facts)).flatMap(([id, fact]) => (fact ? [id] : [])),
    );
    for (const { id } of scenario.moments) expect(reached).toContain(id);
  });

  it('knows every figure in one of its runs', () => {
    const known = new Set<string>();
    for (const run of runs)
      for (const [id, value] of Object.entries<Figure>(figuresIn(checks, playedOf(run()))))
        if (value !== null) known.add(id);
    expect([...known].sort()).toEqual(Object.keys(checks.figures).sort());
  });
});
