// Life of a virtual machine: off, reserving, virtual firmware, up; crashed or fallen.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { asSet, byTheWorld, tell, type SetEvent } from '../settings';
import { VM_DEFAULTS, type VmContext } from './facts';

type VmEvent =
  | SetEvent
  | { type: 'START' }
  | { type: 'PICK.UP' }
  | { type: 'STOP' }
  | { type: 'CRASH' }
  | { type: 'RESET' }
  | { type: 'GUEST.PANICKED' }
  | { type: 'MEMORY.GRANTED' }
  | { type: 'MEMORY.REFUSED' }
  | { type: 'FLOOR.LOST' };

/** The chart of a VM. GUEST.PANICKED comes from the kernel inside, RESET when that kernel restarts the machine. */
export const vmMachine = setup({
  types: {} as { context: VmContext; events: VmEvent; input: VmContext; tags: StateTag },
  guards: {
    startsUp: ({ context }) => context.start === 'up',
    noticesPanic: ({ context }) => context.onCrash !== 'none',
  },
  delays: { firmware: ({ context }) => context.firmwareMs },
  actions: {
    set: assign(asSet<VmContext>),
    tell,
    dropWhatStands: byTheWorld,
    tellNeeders: byTheWorld,
    claimReservation: byTheWorld,
    releaseMemory: byTheWorld,
    bootFloors: byTheWorld,
    askHypervisor: byTheWorld,
  },
}).createMachine({
  id: 'vm',
  context: ({ input }): VmContext => ({ ...VM_DEFAULTS, ...input }),
  on: { SET: { actions: 'set' } },
  initial: 'placed',
  states: {
    placed: {
      always: [{ guard: 'startsUp', target: 'up', actions: 'claimReservation' }, { target: 'off' }],
    },
    off: { tags: 'off', on: { START: 'reserving', 'PICK.UP': 'reserving' } },
    reserving: {
      tags: 'starting',
      entry: [{ type: 'tell', params: { fact: 'vm.starting' } }, 'claimReservation'],
      on: { 'MEMORY.GRANTED': 'firmware', 'MEMORY.REFUSED': 'off', 'FLOOR.LOST': 'fallen' },
    },
    firmware: {
      tags: ['starting', 'holds-memory'],
      after: { firmware: 'up' },
      on: { STOP: 'stopped', CRASH: 'crashed', 'FLOOR.LOST': 'fallen' },
    },
    up: {
      tags: ['up', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'vm.up' } }, 'bootFloors', 'tellNeeders'],
      on: {
        STOP: 'stopped',
        CRASH: 'crashed',
        'GUEST.PANICKED': { guard: 'noticesPanic', target: 'crashed' },
        RESET: {
          target: 'firmware',
          actions: [{ type: 'tell', params: { fact: 'vm.reset' } }, 'dropWhatStands'],
        },
        'MEMORY.REFUSED': 'stopped',
        'FLOOR.LOST': 'fallen',
      },
    },
    stopped: {
      tags: 'off',
      entry: [{ type: 'tell', params: { fact: 'vm.stopped' } }, 'releaseMemory', 'dropWhatStands'],
      on: { START: 'reserving', 'PICK.UP': 'reserving' },
    },
    crashed: {
      tags: 'down',
      entry: [
        { type: 'tell', params: { fact: 'vm.crashed' } },
        'releaseMemory',
        'dropWhatStands',
        'askHypervisor',
      ],
      on: { START: 'reserving', 'PICK.UP': 'reserving' },
    },
    fallen: {
      tags: 'down',
      entry: [{ type: 'tell', params: { fact: 'vm.fell' } }, 'releaseMemory', 'dropWhatStands'],
      on: { START: 'reserving', 'PICK.UP': 'reserving' },
    },
  },
});
