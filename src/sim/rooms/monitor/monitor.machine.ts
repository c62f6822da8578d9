// Life of a monitor: there as long as its container, unless it is killed before.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { asSet, byTheWorld, tell, type SetEvent } from '../settings';
import { MONITOR_DEFAULTS, MONITOR_PRODUCTS, type MonitorContext } from './facts';

type MonitorEvent =
  | SetEvent
  | { type: 'ATTACH' }
  | { type: 'DETACH' }
  | { type: 'KILL' }
  | { type: 'SHUT.DOWN' }
  | { type: 'FLOOR.LOST' };

const ATTACH = 'up';

/** The chart of a monitor. ATTACH and DETACH come with its container. */
export const monitorMachine = setup({
  types: {} as { context: MonitorContext; events: MonitorEvent; input: MonitorContext; tags: StateTag },
  guards: { startsUp: ({ context }) => context.start === 'up' },
  actions: {
    set: assign(asSet<MonitorContext>),
    tell,
    claimMemory: byTheWorld,
    releaseMemory: byTheWorld,
    takeAlong: byTheWorld,
  },
}).createMachine({
  id: 'monitor',
  context: ({ input }): MonitorContext => {
    const whole = { ...MONITOR_DEFAULTS, ...input };
    const goesOn = MONITOR_PRODUCTS[whole.product]?.fate === 'goes-on';
    return { ...whole, startAtBoot: false, takes: goesOn ? null : whole.of };
  },
  on: { SET: { actions: 'set' } },
  initial: 'placed',
  states: {
    placed: {
      always: [{ guard: 'startsUp', target: 'up' }, { target: 'off' }],
    },
    off: { tags: 'off', entry: 'releaseMemory', on: { ATTACH } },
    up: {
      tags: ['up', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'monitor.up' } }, 'claimMemory'],
      on: {
        DETACH: { target: 'off', actions: { type: 'tell', params: { fact: 'monitor.left' } } },
        KILL: 'crashed',
        'SHUT.DOWN': 'off',
        'FLOOR.LOST': 'fallen',
      },
    },
    crashed: {
      tags: 'down',
      entry: [{ type: 'tell', params: { fact: 'monitor.killed' } }, 'releaseMemory', 'takeAlong'],
      on: { ATTACH },
    },
    fallen: {
      tags: 'down',
      entry: [{ type: 'tell', params: { fact: 'monitor.fell' } }, 'releaseMemory'],
      on: { ATTACH },
    },
  },
});
