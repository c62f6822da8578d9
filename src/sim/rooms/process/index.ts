// Door of the process room.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { KindDefinition } from '../../engine/kind';
import type { Picker } from '../../engine/view';
import { deliveryOf } from '../artifact/delivery';
import { containerPickers } from '../container/pickers';
import { shareOf } from '../cpu/fair';
import { namespacesIn } from '../namespaces/names';
import { lacksOf } from '../standing/fall';
import { usualWait } from '../waits';
import { processEffects } from './effects';
import { PROCESS_DEFAULTS } from './facts';
import { servicePickers } from './pickers';
import { processMachine } from './process.machine';

export { processCommands } from './commands';

/** The kind `process`. */
export const process: KindDefinition = {
  kind: 'process',
  machine: processMachine,
  effects: processEffects,
  defaults: PROCESS_DEFAULTS,
  standsOn: ['kernel', 'container'],
  pickersOf,
  lacksOf,
  shareOf,
  deliveryOf,
  namespacesOf: (reader, self) => namespacesIn(reader.value(self, 'namespaces') as string),
  waitOf: (reader, self) => usualWait(reader, self, reader.has(self, 'starting') ? 'start' : 'restart-delay'),
};

function pickersOf(reader: Reader, self: EntityNumber): readonly Picker[] {
  const floor = reader.floor(self);
  return reader.kind(floor) === 'container' ? containerPickers(reader, floor) : servicePickers(reader, self);
}
