// Life of a virtual machine: off, reserving, virtual firmware, up; crashed or fallen.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import type { TurnName } from '../answers';
import { dropWhatStands, END_WHAT_STANDS } from '../standing/floorLost';
import { asSet, byTheWorld, tell, type SetEvent } from '../settings';
import {
  NOTHING_TOUCHED,
  RESIZING_AT_FIRST,
  STILL_AT_FIRST,
  STILL_BALLOON,
  VM_DEFAULTS,
  type Balloon,
  type Standstill,
  type TouchedMemory,
  type VmContext,
} from './facts';
import type { Resized, Resizing } from './resizing';
import { MOVING_AT_FIRST, UP_STATES, type MoveEvent, type Moving } from './moving';

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
  | ({ type: 'MEMORY.SETTLED' } & TouchedMemory)
  | ({ type: 'BALLOON'; mergedBytes: number } & Balloon)
  | { type: 'OOM.KILL' }
  | MoveEvent
  | { type: 'MOVE'; change: Partial<Moving> }
  | { type: 'MIGRATION.CANCEL' }
  | { type: 'PEER.LOST' }
  | { type: 'NEEDS.CHANGED' }
  | { type: 'DISK.FULL' }
  | { type: 'DISK.BACK' }
  | { type: 'SAVE'; stillMs: number }
  | ({ type: 'READ.BACK' } & Standstill)
  | ({ type: 'RESIZE' } & Resizing)
  | ({ type: 'RESIZED' } & Resized)
  | { type: 'SHUT.DOWN' }
  | { type: 'ABOVE.OFF' }
  | { type: 'FLOOR.LOST' };

/** How a VM that is not up is started, or moved while it is off. */
const STARTED = {
  START: { target: 'reserving', actions: 'forgetRan' },
  'PICK.UP': { target: 'reserving', actions: 'forgetRan' },
  'READ.BACK': { target: 'reserving', actions: 'noteStill' },
  MOVE: {
    actions: ['noteMove', { type: 'tell', params: { fact: 'vm.moved', fields: ['peer'] } }, 'moveOff'],
  },
} as const;

/** The host had neither memory nor swap left, and ended it. */
const OOM_KILLED = {
  target: 'crashed',
  actions: { type: 'tell', params: { fact: 'vm.oom-killed' } },
} as const;

function touchedIn({
  touchedBytes,
  balloonBytes,
  mergedBytes,
  swappedBytes,
  swapCapMicro,
}: TouchedMemory): Partial<VmContext> {
  const memory = { touchedBytes, balloonBytes, mergedBytes, swappedBytes, swapCapMicro };
  return touchedBytes === 0 ? { ...memory, ...STILL_BALLOON } : memory;
}

/** The chart of a VM. GUEST.PANICKED comes from the kernel inside, RESET or ABOVE.OFF when it restarts or has shut down. */
export const vmMachine = setup({
  types: {} as { context: VmContext; events: VmEvent; input: VmContext; tags: StateTag },
  guards: {
    startsUp: ({ context }) => context.start === 'up',
    noticesPanic: ({ context }) => context.onCrash !== 'none',
    swapsAsBefore: ({ context, event }) =>
      event.type === 'MEMORY.SETTLED' &&
      (event.touchedBytes === 0 || event.swappedBytes > 0 === context.swappedBytes > 0),
    turnsHopeless: ({ context, event }) =>
      event.type === 'ROUND' && event.change.hopeless === true && !context.hopeless,
    goesOn: ({ context }) => context.ran !== '',
    takesAsBefore: ({ context, event }) =>
      event.type === 'BALLOON' && event.ballooning === context.ballooning,
    takes: ({ event }) => event.type === 'BALLOON' && event.ballooning,
    swaps: ({ event }) => event.type === 'MEMORY.SETTLED' && event.swappedBytes > 0,
  },
  delays: {
    firmware: ({ context }) => context.firmwareMs,
    resize: ({ context }) => context.resizeMs,
    still: ({ context }) => context.stillMs,
    round: ({ context }) => context.roundMs,
  },
  actions: {
    set: assign(asSet<VmContext>),
    noteMemory: assign(({ event }) => (event.type === 'MEMORY.SETTLED' ? touchedIn(event) : {})),
    noteBalloon: assign(({ event }) =>
      event.type === 'BALLOON'
        ? { balloonBytes: event.balloonBytes, mergedBytes: event.mergedBytes, ballooning: event.ballooning }
        : {},
    ),
    noteMove: assign(({ event }) => ('change' in event ? event.change : {})),
    noteResize: assign(({ event }) =>
      event.type === 'RESIZE' ? { targetBytes: event.targetBytes, resizeMs: event.resizeMs } : {},
    ),
    noteSize: assign(({ event }) => (event.type === 'RESIZED' ? { memoryBytes: event.memoryBytes } : {})),
    noteStill: assign(({ context, event }) => ({
      stillMs: 'stillMs' in event ? event.stillMs : context.stillMs,
      ran: 'ran' in event ? event.ran : context.ran,
    })),
    forgetRan: assign({ ran: '' }),
    pause: assign({ paused: true }),
    goOn: assign({ paused: false }),
    forgetCpu: assign({ seenCpu: null }),
    tell,
    resize: byTheWorld,
    checkDisk: byTheWorld,
    resumeGuest: byTheWorld,
    pausePrograms: byTheWorld,
    unpausePrograms: byTheWorld,
    holdAtPeer: byTheWorld,
    judgeRound: byTheWorld,
    switchOver: byTheWorld,
    arrive: byTheWorld,
    moveOff: byTheWorld,
    endMigration: byTheWorld,
    dropWhatStands,
    tellNeeders: byTheWorld,
    claimReservation: byTheWorld,
    releaseReservation: byTheWorld,
    bootFloors: byTheWorld,
    pressButton: byTheWorld,
    askHypervisor: byTheWorld,
    reclaimForIt: byTheWorld,
    shareOut: byTheWorld,
  },
}).createMachine({
  id: 'vm',
  context: ({ input }): VmContext => ({
    ...VM_DEFAULTS,
    ...NOTHING_TOUCHED,
    ...STILL_BALLOON,
    ...MOVING_AT_FIRST,
    ...RESIZING_AT_FIRST,
    ...STILL_AT_FIRST,
    ...input,
  }),
  on: {
    SET: { actions: 'set' },
    'MEMORY.SETTLED': [
      { guard: 'swapsAsBefore', actions: 'noteMemory' },
      {
        guard: 'swaps',
        actions: [
          'noteMemory',
          {
            type: 'tell',
            params: { fact: 'vm.swapping' satisfies TurnName, fields: ['swappedBytes', 'swapCapMicro'] },
          },
          'reclaimForIt',
        ],
      },
      { actions: ['noteMemory', { type: 'tell', params: { fact: 'vm.swapped-in' satisfies TurnName } }] },
    ],
    BALLOON: [
      { guard: 'takesAsBefore', actions: 'noteBalloon' },
      {
        guard: 'takes',
        actions: ['noteBalloon', { type: 'tell', params: { fact: 'vm.ballooning' } }],
      },
      {
        actions: [
          'noteBalloon',
          { type: 'tell', params: { fact: 'vm.ballooned' satisfies TurnName, fields: ['balloonBytes'] } },
          'shareOut',
        ],
      },
    ],
  },
  initial: 'placed',
  states: {
    placed: {
      always: [{ guard: 'startsUp', target: 'up', actions: 'claimReservation' }, { target: 'off' }],
    },
    off: { tags: 'off', on: STARTED },
    reserving: {
      tags: 'starting',
      entry: ['forgetCpu', { type: 'tell', params: { fact: 'vm.starting' } }, 'claimReservation'],
      on: {
        'MEMORY.GRANTED': [{ guard: 'goesOn', target: 'up.loading' }, { target: 'firmware' }],
        'MEMORY.REFUSED': 'off',
        'FLOOR.LOST': 'fallen',
      },
    },
    firmware: {
      tags: ['starting', 'holds-memory'],
      after: { firmware: 'up' },
      on: {
        STOP: 'stopped',
        'SHUT.DOWN': 'stopped',
        CRASH: 'crashed',
        'OOM.KILL': OOM_KILLED,
        'FLOOR.LOST': 'fallen',
      },
    },
    up: {
      tags: ['up', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'vm.up' } }, 'bootFloors', 'tellNeeders'],
      initial: 'running',
      states: UP_STATES,
      on: {
        RESIZED: {
          actions: ['noteSize', { type: 'tell', params: { fact: 'vm.resized', fields: ['memoryBytes'] } }],
        },
        'NEEDS.CHANGED': { actions: 'checkDisk' },
        STOP: 'stopped',
        'SHUT.DOWN': { actions: 'pressButton' },
        'ABOVE.OFF': 'stopped',
        CRASH: 'crashed',
        'GUEST.PANICKED': { guard: 'noticesPanic', target: 'crashed' },
        RESET: {
          target: 'firmware',
          actions: [{ type: 'tell', params: { fact: 'vm.reset' } }, END_WHAT_STANDS],
        },
        'MEMORY.REFUSED': 'stopped',
        'OOM.KILL': OOM_KILLED,
        'FLOOR.LOST': 'fallen',
      },
    },
    stopped: {
      tags: 'off',
      entry: [{ type: 'tell', params: { fact: 'vm.stopped' } }, 'releaseReservation', END_WHAT_STANDS],
      on: STARTED,
    },
    crashed: {
      tags: 'down',
      entry: [
        { type: 'tell', params: { fact: 'vm.crashed' } },
        'releaseReservation',
        'dropWhatStands',
        'askHypervisor',
      ],
      on: STARTED,
    },
    fallen: {
      tags: 'down',
      entry: [{ type: 'tell', params: { fact: 'vm.fell' } }, 'releaseReservation', 'dropWhatStands'],
      on: STARTED,
    },
  },
});
