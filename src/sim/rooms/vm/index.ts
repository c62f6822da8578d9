// Door of the virtual machine room.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { KindDefinition } from '../../engine/kind';
import type { Picker } from '../../engine/view';
import { deliveryOf } from '../artifact/delivery';
import { shareOf } from '../cpu/fair';
import { isOvercommitted } from '../memory/overcommit';
import { usualWait } from '../waits';
import { vmEffects } from './effects';
import { VM_DEFAULTS } from './facts';
import { mostVcpusOn } from './mostVcpus';
import { vmMachine } from './vm.machine';

export { vmCommands } from './commands';

/** The kind `vm`. */
export const vm: KindDefinition = {
  kind: 'vm',
  machine: vmMachine,
  effects: vmEffects,
  defaults: VM_DEFAULTS,
  most: { vcpus: mostVcpusOn },
  standsOn: ['hypervisor'],
  sizeField: 'memoryBytes',
  reserves: true,
  pickersOf,
  shareOf,
  deliveryOf,
  isPromised: (reader, self) => isOvercommitted(reader, reader.floor(self)),
  waitOf: (reader, self) => usualWait(reader, self, 'firmware'),
};

function pickersOf(reader: Reader, self: EntityNumber): readonly Picker[] {
  const id = reader.id(reader.floor(self));
  const pickers: Picker[] = [];
  if (reader.value(self, 'onCrash') === 'restart') pickers.push({ by: 'hypervisor', id, setting: 'restart' });
  if (reader.value(self, 'startAtBoot') === true)
    pickers.push({ by: 'hypervisor', id, setting: 'start-at-boot' });
  return pickers;
}
