// A run in words: what it is called, what made it, where it comes from and how far it goes.
import type { TimedCommand } from '../sim/engine/command';
import type { Micros } from '../sim/engine/time';
import type { WorldView } from '../sim/engine/view';
import { format } from '../i18n';
import { sentences } from '../i18n/sentences';
import { commandLabel, givenSentence } from './command';

/** What is told about a run. */
export interface RunTold {
  readonly number: number;
  readonly parent: string | null;
  readonly forkedAt: Micros | null;
  readonly by: TimedCommand | null;
  readonly furthest: Micros;
}

const withoutStop = (sentence: string) => sentence.replace(/\.$/, '');

/** "First run", "Run 2". */
export function runName({ number, parent }: Pick<RunTold, 'number' | 'parent'>): string {
  return parent === null ? sentences.runs.first : sentences.runs.numbered(format.number(number));
}

/** The name of one of these runs by its id; empty when it is none of them. */
export function nameOfRun(
  runs: readonly (Pick<RunTold, 'number' | 'parent'> & { readonly id: string })[],
  id: string,
): string {
  const run = runs.find((each) => each.id === id);
  return run === undefined ? '' : runName(run);
}

/** The name inside a sentence: "the first run", "run 2". */
function nameInside({ number, parent }: Pick<RunTold, 'number' | 'parent'>): string {
  return parent === null ? sentences.runs.theFirst : sentences.runs.theNumbered(format.number(number));
}

/** What made a run, and what else there is to say: "You killed cart 1 on host-b at 0:05.0", "from the first run ...". */
export function runParts(
  run: RunTold,
  parent: RunTold | undefined,
  view: WorldView,
): { made: string; rest: string[] } {
  const { runs } = sentences;
  const { by, forkedAt, furthest } = run;
  const none = forkedAt === null ? runs.untouched : runs.nothingOwn;
  const made =
    by === null ? none : runs.made(withoutStop(givenSentence(by.command, view)), format.clock(by.at));
  const parted =
    forkedAt === null || parent === undefined
      ? []
      : [runs.parted(nameInside(parent), format.clock(forkedAt))];
  return { made, rest: [...parted, runs.played(format.clock(furthest))] };
}

/** Everything about a run in one sentence. */
export function runSentence(run: RunTold, parent: RunTold | undefined, view: WorldView): string {
  const { made, rest } = runParts(run, parent, view);
  return sentences.runs.told(runName(run), [made, ...rest]);
}

/** What the button says that takes a command back; `head` is where one is, so that another instant is named. */
export function takeBackLabel(last: TimedCommand, head: Micros, view: WorldView): string {
  const { takeBack, takeBackAt } = sentences.runs;
  const command = lowered(commandLabel(last.command, view));
  return last.at <= head ? takeBack(command) : takeBackAt(command, format.clock(last.at));
}

/** That a command was taken back: "Taken back: send a kernel panic to VM 2." */
export function takenBackSentence({ command }: TimedCommand, view: WorldView): string {
  return sentences.heard.takenBack(lowered(commandLabel(command, view)));
}

/** With a small first letter, where it stands inside a sentence. */
function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
