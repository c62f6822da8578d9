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
import { isTooMuch, runsOf } from './runs';
import type { Situation } from './situation';

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
 * refused, or more happens, in all of its runs together, than a page can show.
 */
export function replay(situation: Situation, scenario: Scenario): Run {
  if (isTooMuch(situation)) throw new BadSituation({ code: 'too-much' });
  let shown: Run | null = null;
  let told = 0;
  for (const { journal, until, isShown } of runsOf(situation)) {
    const run = play(scenario, journal, until, MOST_FACTS - told);
    told += run.facts.length;
    if (isShown) shown = run;
  }
  shown!.seek(situation.at);
  return shown!;
}

function play(scenario: Scenario, journal: readonly TimedCommand[], until: Micros, most: number): Run {
  const run = attempt(() => createRun(scenario));
  for (const { at, command } of journal) {
    goTo(run, at, most);
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
  goTo(run, until, most);
  return run;
}

function goTo(run: Run, until: Micros, most: number): void {
  while (run.head < until) {
    attempt(() => run.seek(Math.min(until, run.head + SLICE)));
    if (run.facts.length > most) throw new BadSituation({ code: 'too-much' });
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
