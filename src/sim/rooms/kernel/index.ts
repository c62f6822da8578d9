// Door of the kernel room.
import type { KindDefinition } from '../../engine/kind';
import { deliveryOf } from '../artifact/delivery';
import { usualWait } from '../waits';
import { kernelEffects } from './effects';
import { KERNEL_DEFAULTS } from './facts';
import { kernelMachine } from './kernel.machine';

export { kernelCommands } from './commands';

/** The kind `kernel`: an operating system's kernel with the services of that system. */
export const kernel: KindDefinition = {
  kind: 'kernel',
  machine: kernelMachine,
  effects: kernelEffects,
  defaults: KERNEL_DEFAULTS,
  standsOn: ['host', 'vm'],
  pickersOf: (reader, self) => {
    const seconds = reader.amount(self, 'rebootOnPanicSeconds');
    return seconds > 0 ? [{ by: 'kernel', id: reader.id(self), setting: `panic=${seconds}` }] : [];
  },
  deliveryOf,
  waitOf: (reader, self) => usualWait(reader, self, reader.has(self, 'starting') ? 'boot' : 'panic-timeout'),
};
