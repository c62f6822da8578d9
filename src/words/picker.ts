// Who picks a box up, by name.
import type { Picker, WorldView } from '../sim/engine/view';
import { messages } from '../i18n';
import { boxNoun, placeName } from './name';

/** Who acts: "the hypervisor of host-a", "the service manager in VM 2", "a person". */
export function pickerName(picker: Picker, view: WorldView): string {
  const { by } = messages.pickers;
  const box = picker.id === null ? undefined : view.get(picker.id);
  if (box === undefined) return by['person']?.('') ?? picker.by;
  const name = picker.by === 'service-manager' ? placeName(box, view) : boxNoun(box.id, view).the;
  return by[picker.by]?.(name) ?? name;
}
