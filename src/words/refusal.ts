// Why a command was refused, as a sentence.
import type { Command, Refusal } from '../sim/engine/command';
import type { FactData } from '../sim/engine/fact';
import type { WorldView } from '../sim/engine/view';
import { sentences } from '../i18n/sentences';
import { boxNoun } from './name';

/** Data of a refusal that name another box, in the order in which they are looked for. */
const OTHERS = ['floor', 'runtime', 'where'] as const;

function otherBox(data: FactData, view: WorldView): string {
  const id = OTHERS.map((key) => data[key]).find((value) => typeof value === 'string');
  return typeof id === 'string' ? boxNoun(id, view).the : '';
}

/** The box that the refusal is about: the target, or what that stands on or needs, such as a disk. */
function boxOf({ data }: Refusal, { target }: Command, view: WorldView): string {
  const { box } = data;
  return boxNoun(typeof box === 'string' && view.get(box) !== undefined ? box : target, view).the;
}

/** What is wrong and what to do; `command` is the one that was refused. Never empty. */
export function refusalSentence(refusal: Refusal, command: Command, view: WorldView): string {
  const { data } = refusal;
  const said = sentences.refusals[refusal.code]?.({
    box: boxOf(refusal, command, view),
    other: otherBox(data, view),
    asked: boxNoun(command.target, view).the,
    data: { command: command.name, target: command.target, ...data },
  });
  return said ?? sentences.refusals['not-allowed']?.({ box: '', other: '', asked: '', data }) ?? refusal.code;
}
