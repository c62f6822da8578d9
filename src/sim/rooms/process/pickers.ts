// Who starts a service again: the service manager of the kernel that it stands on.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Picker } from '../../engine/view';

/** Pickers of a process on a kernel, or of a runtime, as they are set now. */
export function servicePickers(reader: Reader, self: EntityNumber): readonly Picker[] {
  const id = reader.id(reader.floor(self));
  const pickers: Picker[] = [];
  const restart = reader.value(self, 'restart') as string;
  if (restart !== 'no') pickers.push({ by: 'service-manager', id, setting: restart });
  if (reader.value(self, 'startAtBoot') === true) {
    pickers.push({ by: 'service-manager', id, setting: 'start-at-boot' });
  }
  return pickers;
}
