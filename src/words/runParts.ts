// What is told of a run where runs are listed and compared: what made it, where it comes from and how far it goes.
import type { TimedCommand } from '../sim/engine/command';
import type { Micros } from '../sim/engine/time';
import type { WorldView } from '../sim/engine/view';
import { format } from '../i18n';
import { comparison } from '../i18n/comparison';
import { givenSentence } from './command';
import { runName, type RunNumber } from './runs';

/** What is told about a run. */
export interface RunTold extends RunNumber {
  readonly forkedAt: Micros | null;
  readonly by: TimedCommand | null;
  readonly furthest: Micros;
}

const withoutStop = (sentence: string) => sentence.replace(/\.$/, '');

/** The name inside a sentence: "the first run", "run 2". */
function nameInside({ number, parent }: RunNumber): string {
  return parent === null ? comparison.theFirst : comparison.theNumbered(format.number(number));
}

/** What made a run, and what else there is to say: "You killed cart 1 on host-b at 0:05.0", "from the first run ...". */
export function runParts(
  run: RunTold,
  parent: RunTold | undefined,
  view: WorldView,
): { made: string; rest: string[] } {
  const { by, forkedAt, furthest } = run;
  const none = forkedAt === null ? comparison.untouched : comparison.nothingOwn;
  const made =
    by === null ? none : comparison.made(withoutStop(givenSentence(by.command, view)), format.clock(by.at));
  const parted =
    forkedAt === null || parent === undefined
      ? []
      : [comparison.parted(nameInside(parent), format.clock(forkedAt))];
  return { made, rest: [...parted, comparison.played(format.clock(furthest))] };
}

/** Everything about a run in one sentence. */
export function runSentence(run: RunTold, parent: RunTold | undefined, view: WorldView): string {
  const { made, rest } = runParts(run, parent, view);
  return comparison.told(runName(run), [made, ...rest]);
}
