// Life of a hypervisor: booted by firmware (type 1) or started as a program (type 2); up; crashed or fallen.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { WENT_OFF } from '../standing/wentOff';
import { asSet, byTheWorld, tell, type SetEvent } from '../settings';
import { HYPERVISOR_DEFAULTS, type HypervisorContext } from './facts';

type HypervisorEvent =
  | SetEvent
  | { type: 'BOOT' }
  | { type: 'START' }
  | { type: 'PICK.UP' }
  | { type: 'CRASH' }
  | { type: 'MEMORY.REFUSED' }
  | { type: 'MEMORY.CHANGED' }
  | { type: 'RECLAIM' }
  | { type: 'RECLAIM.DONE' }
  | { type: 'SHUT.DOWN' }
  | { type: 'QUIET' }
  | { type: 'FLOOR.LOST' };

/** What happens in a crash, whatever comes after. */
const CRASHES = [
  { type: 'tell', params: { fact: 'hypervisor.crashed' } },
  'releaseMemory',
  'dropWhatStands',
] as const;

/** Whether it restarts its host is settled at the crash. */
const CRASH = [{ guard: 'restartsItself', target: 'rebooting' }, { target: 'crashed' }] as const;

/** The chart of a hypervisor. */
export const hypervisorMachine = setup({
  types: {} as {
    context: HypervisorContext;
    events: HypervisorEvent;
    input: HypervisorContext;
    tags: StateTag;
  },
  guards: {
    startsUp: ({ context }) => context.start === 'up',
    restartsItself: ({ context }) => context.type === 1 && context.restartSeconds > 0,
  },
  delays: {
    boot: ({ context }) => context.bootMs,
    // Balloons and the scanner get on second by second.
    reclaim: 1_000,
    restart: ({ context }) => context.restartSeconds * 1000,
    // How often it looks whether its VMs have gone.
    look: 1_000,
  },
  actions: {
    set: assign(asSet<HypervisorContext>),
    tell,
    dropWhatStands: byTheWorld,
    tellNeeders: byTheWorld,
    claimMemory: byTheWorld,
    releaseMemory: byTheWorld,
    startAtBoot: byTheWorld,
    resetFloor: byTheWorld,
    reclaim: byTheWorld,
    reclaimStep: byTheWorld,
    askToEnd: byTheWorld,
    endIfQuiet: byTheWorld,
    reportOff: byTheWorld,
  },
}).createMachine({
  id: 'hypervisor',
  context: ({ input }): HypervisorContext => ({ ...HYPERVISOR_DEFAULTS, ...input }),
  on: { SET: { actions: 'set' } },
  initial: 'placed',
  states: {
    placed: {
      always: [{ guard: 'startsUp', target: 'up', actions: 'claimMemory' }, { target: 'off' }],
    },
    off: { tags: 'off', on: { BOOT: 'booting', START: 'booting', 'PICK.UP': 'booting' } },
    booting: {
      tags: ['starting', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'hypervisor.booting' } }, 'claimMemory'],
      after: { boot: 'up' },
      on: { 'FLOOR.LOST': 'fallen', CRASH, 'MEMORY.REFUSED': CRASH },
    },
    up: {
      tags: ['up', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'hypervisor.up' } }, 'startAtBoot', 'tellNeeders'],
      initial: 'calm',
      states: {
        calm: { on: { RECLAIM: 'reclaiming' } },
        reclaiming: {
          after: { reclaim: { target: 'reclaiming', reenter: true, actions: 'reclaimStep' } },
          on: { 'RECLAIM.DONE': 'calm' },
        },
      },
      on: {
        'MEMORY.CHANGED': { actions: 'reclaim' },
        'FLOOR.LOST': 'fallen',
        CRASH,
        'MEMORY.REFUSED': CRASH,
        'SHUT.DOWN': {
          target: 'stopping',
          actions: { type: 'tell', params: { fact: 'hypervisor.stopping' } },
        },
      },
    },
    stopping: {
      tags: ['up', 'stopping', 'holds-memory'],
      entry: 'askToEnd',
      after: { look: { target: 'stopping', reenter: true, actions: 'endIfQuiet' } },
      on: {
        QUIET: {
          target: 'off',
          actions: [{ type: 'tell', params: { fact: 'hypervisor.off' } }, ...WENT_OFF],
        },
        'MEMORY.CHANGED': { actions: 'reclaim' },
        'FLOOR.LOST': 'fallen',
        CRASH,
      },
    },
    crashed: {
      tags: 'down',
      entry: CRASHES,
      on: { START: 'booting', BOOT: 'booting', 'PICK.UP': 'booting' },
    },
    rebooting: {
      tags: ['down', 'waiting'],
      entry: [
        ...CRASHES,
        { type: 'tell', params: { fact: 'hypervisor.rebooting', given: ['restartSeconds'] } },
      ],
      after: { restart: { actions: 'resetFloor' } },
      on: { 'FLOOR.LOST': 'halted' },
    },
    halted: { tags: 'down', on: { BOOT: 'booting' } },
    fallen: {
      tags: 'down',
      entry: [{ type: 'tell', params: { fact: 'hypervisor.fell' } }, 'releaseMemory', 'dropWhatStands'],
      on: { BOOT: 'booting', START: 'booting', 'PICK.UP': 'booting' },
    },
  },
});
