// Life of a kernel: booted by (virtual) firmware, up, panicked or fallen.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { dropWhatStands, END_WHAT_STANDS, FALLS, isByOrder, type FloorLost } from '../standing/floorLost';
import { WENT_OFF } from '../standing/wentOff';
import { asSet, byTheWorld, tell, type SetEvent } from '../settings';
import { KERNEL_DEFAULTS, type KernelContext } from './facts';

type KernelEvent =
  | SetEvent
  | { type: 'BOOT' }
  | { type: 'PANIC' }
  | { type: 'MEMORY.REFUSED' }
  | { type: 'SHUT.DOWN' }
  | { type: 'QUIET' }
  | { type: 'RESUMED' }
  | FloorLost;

/** What happens in a panic, whatever comes after. */
const PANICS = [
  { type: 'tell', params: { fact: 'kernel.panicked' } },
  'dropWhatStands',
  'reportPanic',
] as const;

/** `panic=` is read at the panic: setting it later changes nothing for a kernel that hangs. */
const PANIC = [{ guard: 'rebootsOnPanic', target: 'rebooting' }, { target: 'panicked' }] as const;

/** Asked by the button of its machine: services and programs end first. */
const SHUT_DOWN = {
  target: 'stopping',
  actions: { type: 'tell', params: { fact: 'kernel.stopping' } },
} as const;

/** The chart of a kernel. A panicked kernel keeps its memory until its machine is reset or loses power. */
export const kernelMachine = setup({
  types: {} as { context: KernelContext; events: KernelEvent; input: KernelContext; tags: StateTag },
  guards: {
    startsUp: ({ context }) => context.start === 'up',
    isByOrder,
    rebootsOnPanic: ({ context }) => context.rebootOnPanicSeconds > 0,
  },
  delays: {
    boot: ({ context }) => context.bootMs,
    stop: ({ context }) => context.stopMs,
    panicTimeout: ({ context }) => context.rebootOnPanicSeconds * 1000,
  },
  actions: {
    set: assign(asSet<KernelContext>),
    tell,
    dropWhatStands,
    tellNeeders: byTheWorld,
    claimMemory: byTheWorld,
    releaseMemory: byTheWorld,
    startAtBoot: byTheWorld,
    reportPanic: byTheWorld,
    resetFloor: byTheWorld,
    askToEnd: byTheWorld,
    endIfQuiet: byTheWorld,
    reportOff: byTheWorld,
  },
}).createMachine({
  id: 'kernel',
  context: ({ input }): KernelContext => ({ ...KERNEL_DEFAULTS, ...input }),
  on: { SET: { actions: 'set' }, RESUMED: { target: '#kernel.up', actions: 'claimMemory' } },
  initial: 'placed',
  states: {
    placed: {
      always: [{ guard: 'startsUp', target: 'up', actions: 'claimMemory' }, { target: 'off' }],
    },
    off: { tags: 'off', on: { BOOT: 'booting' } },
    booting: {
      tags: ['starting', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'kernel.booting' } }, 'claimMemory'],
      after: { boot: 'up' },
      on: { PANIC, 'MEMORY.REFUSED': 'starved', 'SHUT.DOWN': SHUT_DOWN, 'FLOOR.LOST': FALLS },
    },
    up: {
      tags: ['up', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'kernel.up' } }, 'startAtBoot', 'tellNeeders'],
      on: { PANIC, 'MEMORY.REFUSED': 'starved', 'SHUT.DOWN': SHUT_DOWN, 'FLOOR.LOST': FALLS },
    },
    stopping: {
      tags: ['up', 'stopping', 'holds-memory'],
      entry: 'askToEnd',
      after: { stop: { target: 'stopping', reenter: true, actions: 'endIfQuiet' } },
      on: {
        QUIET: {
          target: 'off',
          actions: [{ type: 'tell', params: { fact: 'kernel.off' } }, ...WENT_OFF],
        },
        PANIC,
        'FLOOR.LOST': FALLS,
      },
    },
    panicked: {
      tags: ['down', 'holds-memory'],
      entry: PANICS,
      on: { 'FLOOR.LOST': 'halted' },
    },
    rebooting: {
      tags: ['down', 'waiting', 'holds-memory'],
      entry: [
        ...PANICS,
        { type: 'tell', params: { fact: 'kernel.rebooting', given: ['rebootOnPanicSeconds'] } },
      ],
      after: { panicTimeout: { actions: 'resetFloor' } },
      on: { 'FLOOR.LOST': 'halted' },
    },
    starved: { tags: 'down', entry: PANICS, on: { BOOT: 'booting' } },
    halted: { tags: 'down', entry: 'releaseMemory', on: { BOOT: 'booting' } },
    fallen: {
      tags: 'down',
      entry: [{ type: 'tell', params: { fact: 'kernel.fell' } }, 'releaseMemory', 'dropWhatStands'],
      on: { BOOT: 'booting' },
    },
    'taken-along': {
      tags: ['down', 'ended'],
      entry: [{ type: 'tell', params: { fact: 'kernel.fell' } }, 'releaseMemory', END_WHAT_STANDS],
      on: { BOOT: 'booting' },
    },
  },
});
