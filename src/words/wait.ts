// Who picks a box up, and what it waits for, as sentences.
import type { EntityId } from '../sim/engine/fact';
import type { Picker, WorldView } from '../sim/engine/view';
import { format, messages } from '../i18n';
import { boxNoun, placeName } from './name';

/** Who acts: "the hypervisor of host-a", "the service manager in VM 2", "a person". */
export function pickerName(picker: Picker, view: WorldView): string {
  const { by } = messages.pickers;
  const box = picker.id === null ? undefined : view.get(picker.id);
  if (box === undefined) return by['person']?.('') ?? picker.by;
  const name = picker.by === 'service-manager' ? placeName(box, view) : boxNoun(box.id, view).the;
  return by[picker.by]?.(name) ?? name;
}

/** "The hypervisor of host-a picks VM 2 up (restart)."; says so when nobody or only a person does. */
export function pickerSentence(id: EntityId, view: WorldView): string {
  const pickers = messages.pickers;
  const box = boxNoun(id, view).the;
  const all = view.pickersOf(id);
  const picker = all.find(({ by }) => by !== 'person');
  if (picker !== undefined) return pickers.picks(pickerName(picker, view), box, picker.setting);
  return all.length === 0 ? pickers.nobody(box) : pickers.person(box);
}

/** What a box waits for and, where it is known, until when; empty when it waits for nothing. */
export function waitSentence(id: EntityId, view: WorldView): string {
  const wait = view.waitOf(id);
  if (wait === null) return '';
  const pickers = messages.pickers;
  const box = boxNoun(id, view).the;
  const who = wait.who === null ? box : boxNoun(wait.who, view).the;
  const what = pickers.conditions[wait.condition]?.(who) ?? who;
  if (wait.at === null) return pickers.waits(box, what);
  return pickers.waitsUntil(box, what, format.countdown(wait.at - view.at));
}
