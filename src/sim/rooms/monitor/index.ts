// Door of the monitor room.
import type { KindDefinition } from '../../engine/kind';
import { usualWait } from '../waits';
import { monitorEffects } from './effects';
import { MONITOR_DEFAULTS } from './facts';
import { monitorMachine } from './monitor.machine';

/** The kind `monitor`: a shim, conmon, or what LXC and rkt leave beside a container. */
export const monitor: KindDefinition = {
  kind: 'monitor',
  machine: monitorMachine,
  effects: monitorEffects,
  defaults: MONITOR_DEFAULTS,
  standsOn: ['kernel'],
  waitOf: (reader, self) => usualWait(reader, self, 'start'),
};
