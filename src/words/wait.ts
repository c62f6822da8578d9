// Who picks a box up, and what it waits for, as sentences.
import type { EntityId } from '../sim/engine/fact';
import type { WorldView } from '../sim/engine/view';
import { format, messages } from '../i18n';
import { boxNoun } from './name';
import { pickerName } from './picker';

/** "The hypervisor of host-a picks VM 2 up (restart)."; says so when nobody or only a person does. */
export function pickerSentence(id: EntityId, view: WorldView): string {
  const words = messages.waits;
  const box = boxNoun(id, view).the;
  const all = view.pickersOf(id);
  const picker = all.find(({ by }) => by !== 'person');
  if (picker !== undefined) return words.picks(pickerName(picker, view), box, picker.setting);
  return all.length === 0 ? words.nobody(box) : words.person(box);
}

/** What a box waits for and, where it is known, until when; empty when it waits for nothing. */
export function waitSentence(id: EntityId, view: WorldView): string {
  const wait = view.waitOf(id);
  if (wait === null) return '';
  const words = messages.waits;
  const box = boxNoun(id, view).the;
  const who = wait.who === null ? box : boxNoun(wait.who, view).the;
  const what = words.conditions[wait.condition]?.(who) ?? who;
  if (wait.at === null) return words.waits(box, what);
  return words.waitsUntil(box, what, format.countdown(wait.at - view.at));
}
