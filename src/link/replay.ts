// Plays a situation for trial before it comes onto a stage: what a page takes over has been shown to work.
import {
  createRun,
  LivelockError,
  ScenarioError,
  SECOND,
  type Micros,
  type Run,
  type Scenario,
  type TimedCommand,
} from '../sim';
import { MOST_FACTS } from './limits';
import { BadSituation } from './problem';
import type { ForkSource, Situation } from './situation';

/** How far is played before the facts are counted again. */
const SLICE = SECOND;

/** The worlds of lessons by name; throws BadSituation for one that is not there. */
export type FindWorld = (lesson: string, world: string) => Scenario['world'] | Promise<Scenario['world']>;

/** The scenario that a situation starts from, with the situation's own seed. Throws what `find` throws. */
export async function scenarioFor({ scenario, seed }: Situation, find: FindWorld): Promise<Scenario> {
  if (!('lesson' in scenario)) return { ...scenario, seed };
  const { lesson, world } = scenario;
  return { id: `${lesson}/${world}`, seed, world: await find(lesson, world) };
}

/**
 * The run of a situation with its head at its instant. Throws BadSituation when its world cannot be, a command is
 * refused, its fork does not belong to it, or more happens than a page can show.
 */
export function replay(situation: Situation, scenario: Scenario): Run {
  const { journal, at, furthest = 0, fork, branches = [] } = situation;
  if (fork) {
    if (!isForkOf(situation)) throw new BadSituation({ code: 'malformed', where: 'fork' });
    play(scenario, fork.journal, Math.max(fork.at, fork.furthest ?? 0));
  }
  for (const branch of branches) {
    if (!isBranchOf(situation, branch)) throw new BadSituation({ code: 'malformed', where: 'branches' });
    play(scenario, branch.journal, Math.max(branch.at, branch.furthest ?? 0));
  }
  const run = play(scenario, journal, Math.max(at, furthest));
  run.seek(at);
  return run;
}

/** How many commands a forked run has from the one it left: those that both begin with, up to the fork. */
export function sharedCommands(
  journal: readonly TimedCommand[],
  fork: NonNullable<Situation['fork']>,
): number {
  const isSame = (entry: TimedCommand | undefined, index: number) =>
    entry !== undefined && entry.at <= fork.at && JSON.stringify(entry) === JSON.stringify(journal[index]);
  const other = fork.journal.findIndex((entry, index) => !isSame(entry, index));
  return other < 0 ? fork.journal.length : other;
}

/**
 * A fork has all that the other run was told up to there, and what it was told itself comes later: nothing at all,
 * when its last command was taken back.
 */
export function isForkOf({
  journal,
  at,
  furthest = 0,
  fork,
}: Pick<Situation, 'journal' | 'at' | 'furthest' | 'fork'>): boolean {
  if (!fork) return true;
  const shared = sharedCommands(journal, fork);
  const isWhole = fork.journal.filter((entry) => entry.at <= fork.at).length === shared;
  const isLater = (journal[shared]?.at ?? fork.at) >= fork.at;
  const isThere = Math.max(at, furthest, journal.at(-1)?.at ?? 0) >= fork.at;
  return isWhole && isLater && isThere && endOf(fork) > fork.at;
}

/** Whether a run is a fork of the one that a situation shows. */
export function isBranchOf({ journal, at, furthest = 0 }: Situation, branch: ForkSource): boolean {
  const fork = { at: branch.at, journal, furthest: Math.max(at, furthest) };
  return isForkOf({ ...branch, fork });
}

const endOf = ({ furthest = 0, journal }: ForkSource) => Math.max(furthest, journal.at(-1)?.at ?? 0);

function play(scenario: Scenario, journal: readonly TimedCommand[], until: Micros): Run {
  const run = attempt(() => createRun(scenario));
  for (const { at, command } of journal) {
    goTo(run, at);
    const outcome = attempt(() => run.do(command));
    if (!outcome.done)
      throw new BadSituation({
        code: 'refused',
        at,
        command: command.name,
        target: command.target,
        label: `${command.name} ${command.target}`,
        refusal: outcome.refusal,
      });
  }
  goTo(run, until);
  return run;
}

function goTo(run: Run, until: Micros): void {
  while (run.head < until) {
    attempt(() => run.seek(Math.min(until, run.head + SLICE)));
    if (run.facts.length > MOST_FACTS) throw new BadSituation({ code: 'too-much' });
  }
}

/** The model's own complaints as problems of the situation; anything else is a bug, and stays one. */
function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof LivelockError) throw new BadSituation({ code: 'too-much' });
    if (!(error instanceof ScenarioError || error instanceof RangeError)) throw error;
    throw new BadSituation({ code: 'impossible-world', message: error.message });
  }
}
