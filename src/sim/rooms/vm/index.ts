// Door of the virtual machine room.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { KindDefinition } from '../../engine/kind';
import type { Picker, Wait } from '../../engine/view';
import { deliveryOf } from '../artifact/delivery';
import { shareOf } from '../cpu/fair';
import { lacksToStart } from '../memory/claims';
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
  waitOf,
};

/** As usual; for one that is off, whoever starts it is refused as long as there is no room for it. */
function waitOf(reader: Reader, self: EntityNumber): Wait | null {
  const wait = usualWait(reader, self, 'firmware');
  const lacks = wait?.condition === 'command' ? lacksToStart(reader, self) : null;
  return lacks === null ? wait : { condition: 'room', who: lacks.where, at: null };
}

function pickersOf(reader: Reader, self: EntityNumber): readonly Picker[] {
  const id = reader.id(reader.floor(self));
  const pickers: Picker[] = [];
  if (reader.value(self, 'onCrash') === 'restart') pickers.push({ by: 'hypervisor', id, setting: 'restart' });
  if (reader.value(self, 'startAtBoot') === true)
    pickers.push({ by: 'hypervisor', id, setting: 'start-at-boot' });
  return pickers;
}
