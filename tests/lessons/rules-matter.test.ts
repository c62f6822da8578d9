// No lesson names an outcome: delete a rule of a room, and a lesson's checks, questions or moments go red.
import { lessons } from 'virtual:lessons';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { worldOf } from '../../src/lesson/crossCheck';
import type { LessonContent, LessonSolution } from '../../src/lesson/format';
import {
  judgeRun,
  momentsIn,
  playAttempt,
  playedOf,
  scenarioOf,
  wholeAttempt,
} from '../../src/lesson/player';
import { model } from '../../src/sim/model';

/** The rule that is deleted at the moment, as `kind effect`. */
const deleted = vi.hoisted(() => ({ rule: '' }));

vi.mock('../../src/sim/model', async (original) => {
  const { model: whole, ...rest } = await original<typeof import('../../src/sim/model')>();
  const kinds = whole.kinds.map((kind) => ({
    ...kind,
    effects: Object.fromEntries(
      Object.entries(kind.effects).map(([name, effect]) => [
        name,
        (...args: Parameters<typeof effect>) => {
          if (deleted.rule !== `${kind.kind} ${name}`) effect(...args);
        },
      ]),
    ),
  }));
  return { ...rest, model: { ...whole, kinds } };
});

/** Rules that no lesson needs yet, each with the lesson that will. */
const NEEDED_LATER: Readonly<Record<string, string>> = {
  'host tellNeeders': 'needs: lesson 14',
  'hypervisor tellNeeders': 'needs: lesson 14',
  'vm tellNeeders': 'needs: lesson 14',
  'kernel tellNeeders': 'needs: lesson 14',
  'process tellNeeders': 'needs: lesson 14',
  'process checkNeeds': 'needs: lesson 14',
  'runtime tellNeeders': 'needs: lesson 14',
  'container tellNeeders': 'needs: lesson 14',
  'hypervisor claimMemory': 'what fits: lesson 3',
  'hypervisor releaseMemory': 'what fits: lesson 3',
  'kernel claimMemory': 'what fits: lesson 3',
  'kernel releaseMemory': 'what fits: lesson 3',
  'vm releaseMemory': 'what fits: lesson 3',
  'process claimMemory': 'limits and the OOM choice: lesson 8',
  'process releaseMemory': 'limits and the OOM choice: lesson 8',
  'runtime claimMemory': 'limits and the OOM choice: lesson 8',
  'runtime releaseMemory': 'limits and the OOM choice: lesson 8',
  'process countStart': 'the start limit: lesson 13',
  'runtime countStart': 'the start limit: lesson 13',
  'runtime reportEnd': 'the chain of programs: lesson 5',
  'runtime stopContainers': 'the chain of programs: lesson 5',
  'runtime leaveContainersAlone': 'the chain of programs: lesson 5',
  'hypervisor startAtBoot': 'the host that comes back: lesson 16',
  'hypervisor resetFloor': 'the host that comes back: lesson 16',
  'container stopWhatStands': 'stopping by hand: lesson 13',
  'container takeFromKernel': 'placing again: no solution takes a container back',
};

const rules = model.kinds.flatMap((kind) =>
  Object.keys(kind.effects).map((effect) => `${kind.kind} ${effect}`),
);
const opened = await Promise.all(
  lessons.map(async (entry) => ({ content: await entry.open(), solution: await entry.solution() })),
);

/** Every judgement of every lesson with its solution: what passed, which options hold, which moments came. */
function verdicts(): string {
  return JSON.stringify(opened.map(({ content, solution }) => lessonVerdict(content, solution)));
}

function lessonVerdict(content: LessonContent, solution: LessonSolution): unknown {
  const { page, checks, scenario } = content;
  const steps = page.steps.map((step, index) => {
    const whole = wholeAttempt(content, solution, index, solution.steps[step.slug]!);
    const run = playAttempt(scenarioOf(content, worldOf(page, index)), whole);
    const { progress } = judgeRun(step, checks, run);
    run.seek(run.furthest);
    return [
      progress.passed,
      holding(content, playedOf(run)),
      Object.values(momentsIn(scenario, playedOf(run).facts)).map(Boolean),
    ];
  });
  const { transfer } = page;
  if (!transfer) return steps;
  const end = playedOf(playAttempt(scenarioOf(content, transfer.world), solution.steps['transfer']!));
  return [...steps, holding(content, end)];
}

function holding({ checks }: LessonContent, played: ReturnType<typeof playedOf>): string[] {
  return Object.entries(checks.predictions).flatMap(([id, options]) =>
    Object.entries(options).flatMap(([option, holds]) => (holds(played) ? [`${id} ${option}`] : [])),
  );
}

function verdictsWithout(rule: string): string {
  deleted.rule = rule;
  try {
    return verdicts();
  } catch (problem) {
    return String(problem);
  }
}

afterEach(() => {
  deleted.rule = '';
});

describe('deleting a rule', () => {
  const whole = verdicts();
  it.each(rules.filter((rule) => !(rule in NEEDED_LATER)))('%s: a lesson goes red', (rule) => {
    expect(verdictsWithout(rule)).not.toBe(whole);
  });

  it('lists as needed later only rules that exist and that no lesson needs yet', () => {
    expect(Object.keys(NEEDED_LATER).filter((rule) => !rules.includes(rule))).toEqual([]);
    expect(Object.keys(NEEDED_LATER).filter((rule) => verdictsWithout(rule) !== whole)).toEqual([]);
  });
});
