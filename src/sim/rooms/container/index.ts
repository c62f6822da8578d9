// Door of the container room.
import type { KindDefinition } from '../../engine/kind';
import { deliveryOf } from '../artifact/delivery';
import { shareOf } from '../cpu/fair';
import { waitForPicker } from '../waits';
import { containerMachine } from './container.machine';
import { containerEffects } from './effects';
import { CONTAINER_DEFAULTS } from './facts';
import { containerPickers } from './pickers';

export { containerCommands } from './commands';

/** The kind `container`: processes on one kernel that see and get only what is theirs. */
export const container: KindDefinition = {
  kind: 'container',
  machine: containerMachine,
  effects: containerEffects,
  defaults: CONTAINER_DEFAULTS,
  standsOn: ['kernel'],
  placedLater: true,
  sizeField: 'memoryLimitBytes',
  pickersOf: containerPickers,
  shareOf,
  deliveryOf,
  waitOf: (reader, self) =>
    waitForPicker(
      reader,
      self,
      reader.has(self, 'starting') ? 'start' : 'back-off',
      containerPickers(reader, self),
    ),
};
