// Door of the hypervisor room.
import type { KindDefinition } from '../../engine/kind';
import { usualWait } from '../waits';
import { hypervisorEffects } from './effects';
import { HYPERVISOR_DEFAULTS } from './facts';
import { hypervisorMachine } from './hypervisor.machine';

export { hypervisorCommands } from './commands';

/** The kind `hypervisor`. */
export const hypervisor: KindDefinition = {
  kind: 'hypervisor',
  machine: hypervisorMachine,
  effects: hypervisorEffects,
  defaults: HYPERVISOR_DEFAULTS,
  standsOn: ['host', 'kernel'],
  pickersOf: (reader, self) => {
    const seconds = reader.amount(self, 'restartSeconds');
    const itself = { by: 'hypervisor', id: reader.id(self), setting: `restart=${seconds}` };
    if (reader.value(self, 'type') === 1) return seconds > 0 ? [itself] : [];
    if (reader.value(self, 'startAtBoot') !== true) return [];
    return [{ by: 'service-manager', id: reader.id(reader.floor(self)), setting: 'start-at-boot' }];
  },
  waitOf: (reader, self) => (reader.has(self, 'up') ? null : usualWait(reader, self, 'boot')),
};
