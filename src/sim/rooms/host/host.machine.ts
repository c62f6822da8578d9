// Life of a host: off, firmware, up; or without power.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { asSet, byTheWorld, tell, type SetEvent } from '../settings';
import { HOST_DEFAULTS, type HostContext } from './facts';

type HostEvent =
  | SetEvent
  | { type: 'POWER.ON' }
  | { type: 'POWER.LOST' }
  | { type: 'RESET' }
  | { type: 'SHUT.DOWN' }
  | { type: 'ABOVE.OFF' };

/** The chart of a host. RESET and ABOVE.OFF come from a kernel or hypervisor that restarts the machine, or shut down. */
export const hostMachine = setup({
  types: {} as { context: HostContext; events: HostEvent; input: HostContext; tags: StateTag },
  guards: { startsUp: ({ context }) => context.start === 'up' },
  delays: { firmware: ({ context }) => context.firmwareMs },
  actions: {
    set: assign(asSet<HostContext>),
    tell,
    dropWhatStands: byTheWorld,
    tellNeeders: byTheWorld,
    bootFloors: byTheWorld,
    pressButton: byTheWorld,
  },
}).createMachine({
  id: 'host',
  context: ({ input }): HostContext => ({ ...HOST_DEFAULTS, ...input }),
  on: { SET: { actions: 'set' } },
  initial: 'placed',
  states: {
    placed: { always: [{ guard: 'startsUp', target: 'up' }, { target: 'off' }] },
    off: {
      tags: 'off',
      on: {
        'POWER.ON': { target: 'firmware', actions: { type: 'tell', params: { fact: 'host.powered-on' } } },
      },
    },
    firmware: {
      tags: 'starting',
      after: { firmware: 'up' },
      on: { 'POWER.LOST': 'lost' },
    },
    up: {
      tags: 'up',
      entry: [{ type: 'tell', params: { fact: 'host.up' } }, 'bootFloors', 'tellNeeders'],
      on: {
        'POWER.LOST': 'lost',
        'SHUT.DOWN': { actions: 'pressButton' },
        'ABOVE.OFF': {
          target: 'off',
          actions: [{ type: 'tell', params: { fact: 'host.off' } }, 'dropWhatStands'],
        },
        RESET: {
          target: 'firmware',
          actions: [{ type: 'tell', params: { fact: 'host.reset' } }, 'dropWhatStands'],
        },
      },
    },
    lost: {
      tags: 'down',
      entry: [{ type: 'tell', params: { fact: 'host.lost-power' } }, 'dropWhatStands'],
      on: {
        'POWER.ON': { target: 'firmware', actions: { type: 'tell', params: { fact: 'host.powered-on' } } },
      },
    },
  },
});
