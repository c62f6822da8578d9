// A run in words: what it is called, and what is taken back of it. What made it is told where runs are listed (runParts).
import type { TimedCommand } from '../sim/engine/command';
import type { Micros } from '../sim/engine/time';
import type { WorldView } from '../sim/engine/view';
import { format } from '../i18n';
import { sentences } from '../i18n/sentences';
import { commandLabel } from './command';

/** What names a run. */
export interface RunNumber {
  readonly number: number;
  readonly parent: string | null;
}

/** "First run", "Run 2". */
export function runName({ number, parent }: RunNumber): string {
  return parent === null ? sentences.runs.first : sentences.runs.numbered(format.number(number));
}

/** The name of one of these runs by its id; empty when it is none of them. */
export function nameOfRun(runs: readonly (RunNumber & { readonly id: string })[], id: string): string {
  const run = runs.find((each) => each.id === id);
  return run === undefined ? '' : runName(run);
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
