// No lesson names an outcome: delete a rule of a room, and a lesson's checks, questions or moments go red.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { worldOf } from '../../src/lesson/crossCheck';
import type { LessonContent, LessonSolution } from '../../src/lesson/format';
import { momentsIn, scenarioOf } from '../../src/lesson/content';
import { judgeRun, playAttempt, playedOf, wholeAttempt } from '../../src/lesson/player';
import type { Effect } from '../../src/sim/engine/acts';
import { model } from '../../src/sim/model';

/** Effects of a room as they lie in memory, where a test may take one away for a while. */
type Removable = Record<string, Effect>;

function without<Result>(rule: string, look: () => Result): Result {
  const [kind, name] = rule.split(' ') as [string, string];
  const effects = model.kinds.find((known) => known.kind === kind)!.effects as Removable;
  const effect = effects[name]!;
  effects[name] = () => undefined;
  try {
    return look();
  } finally {
    effects[name] = effect;
  }
}

/** Rules that no lesson needs yet, each with the lesson that will. */
const NEEDED_LATER: Readonly<Record<string, string>> = {
  'host tellNeeders': 'needs: lesson 14',
  'hypervisor tellNeeders': 'needs: lesson 14',
  'vm tellNeeders': 'needs: lesson 14',
  'kernel tellNeeders': 'needs: lesson 14',
  'runtime tellNeeders': 'needs: lesson 14',
  'container tellNeeders': 'needs: lesson 14',
  'hypervisor releaseMemory': 'the host that comes back: lesson 16',
  'kernel claimMemory': 'a host that is short of memory: the laboratory',
  'kernel releaseMemory': 'a host that is short of memory: the laboratory',
  'vm releaseReservation': 'what a VM leaves behind: lesson 9',
  'vm holdAtPeer': 'room on the other host: lesson 16',
  'vm resumeGuest': 'a snapshot with memory: the laboratory',
  'runtime releaseMemory': 'a host that is short of memory: the laboratory',
  'process countStart': 'the start limit: lesson 13',
  'runtime countStart': 'the start limit: lesson 13',
  'runtime reportEnd': 'who picks a daemon up: lesson 13',
  'runtime leaveContainersAlone': 'who counts a back-off down: lesson 13',
  'monitor releaseMemory': 'a host that is short of memory: the laboratory',
  'hypervisor startAtBoot': 'the host that comes back: lesson 16',
  'hypervisor resetFloor': 'the host that comes back: lesson 16',
  'vm pressButton': 'a guest that is shut down: lesson 4',
  'hypervisor askToEnd': 'a host of VMs that is emptied: lesson 16',
  'hypervisor endIfQuiet': 'a host of VMs that is emptied: lesson 16',
  'hypervisor reportOff': 'a host of VMs that is emptied: lesson 16',
  'layer giveBack': 'layers that nobody needs: the laboratory',
  'layer tellRead': 'the page cache: lesson 9',
  'builder dropGarbage': 'a cache that is emptied: the laboratory',
  'volume keepFiles': 'a disk that gets full of orders: the laboratory',
  'volume giveBack': 'a disk of volumes that breaks: the laboratory',
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
  try {
    return without(rule, verdicts);
  } catch (problem) {
    return String(problem);
  }
}

describe('deleting a rule', () => {
  const whole = verdicts();
  it.each(rules.filter((rule) => !(rule in NEEDED_LATER)))('%s: a lesson goes red', (rule) => {
    expect(verdictsWithout(rule)).not.toBe(whole);
  });

  it('lists as needed later only rules that exist', () => {
    expect(Object.keys(NEEDED_LATER).filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  it.each(Object.entries(NEEDED_LATER))('%s: no lesson needs it yet (%s)', (rule) => {
    expect(verdictsWithout(rule)).toBe(whole);
  });
});
