// Door of the runtime room.
import type { KindDefinition } from '../../engine/kind';
import { servicePickers } from '../process/pickers';
import { usualWait } from '../waits';
import { runtimeEffects } from './effects';
import { RUNTIME_DEFAULTS } from './facts';
import { runtimeMachine } from './runtime.machine';

export { runtimeCommands } from './commands';

/** The kind `runtime`: Docker's daemon with containerd, as one box. */
export const runtime: KindDefinition = {
  kind: 'runtime',
  machine: runtimeMachine,
  effects: runtimeEffects,
  defaults: RUNTIME_DEFAULTS,
  standsOn: ['kernel'],
  pickersOf: servicePickers,
  waitOf: (reader, self) => usualWait(reader, self, reader.has(self, 'starting') ? 'start' : 'restart-delay'),
};
