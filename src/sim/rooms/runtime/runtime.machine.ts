// Life of a runtime: a daemon that may stop, crash and come back while its containers live on.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { PROCESS_AT_FIRST } from '../process/facts';
import {
  BY_SIGKILL,
  delayOf,
  endOf,
  FORGOTTEN,
  oneMore,
  STARTED,
  windowOf,
  type PickEvent,
} from '../process/pickedUp';
import { FALLS, isByOrder, type FloorLost } from '../standing/floorLost';
import { asSet, byTheWorld, tell, type SetEvent } from '../settings';
import { RUNTIME_DEFAULTS, type RuntimeContext } from './facts';

type RuntimeEvent =
  | SetEvent
  | { type: 'START' }
  | PickEvent
  | { type: 'CRASH' }
  | { type: 'STOP' }
  | { type: 'OOM.KILL' }
  | { type: 'MEMORY.RETRY' }
  | FloorLost;

/** Told before what the stop does, so that it is the cause. */
const STOPPED = { type: 'tell', params: { fact: 'runtime.stopped' } } as const;

/** The chart of a runtime. A crash kills nothing; an orderly stop may, see its effects. */
export const runtimeMachine = setup({
  types: {} as { context: RuntimeContext; events: RuntimeEvent; input: RuntimeContext; tags: StateTag },
  guards: {
    startsUp: ({ context }) => context.start === 'up',
    isByOrder,
    takesContainersAlong: ({ context }) => !context.liveRestore,
  },
  delays: {
    start: ({ context }) => context.startMs,
    restart: ({ context }) => context.restartMs,
  },
  actions: {
    set: assign(asSet<RuntimeContext>),
    byHand: assign(FORGOTTEN),
    again: assign(oneMore<RuntimeContext>),
    noteDelay: assign(delayOf<RuntimeContext>),
    noteStart: assign(windowOf<RuntimeContext>),
    endBy: assign(endOf<RuntimeContext>),
    tell,
    claimMemory: byTheWorld,
    releaseMemory: byTheWorld,
    countStart: byTheWorld,
    tellNeeders: byTheWorld,
    reportEnd: byTheWorld,
    settleContainers: byTheWorld,
    stopContainers: byTheWorld,
    leaveContainersAlone: byTheWorld,
  },
}).createMachine({
  id: 'runtime',
  context: ({ input }): RuntimeContext => ({ ...RUNTIME_DEFAULTS, ...PROCESS_AT_FIRST, ...input }),
  on: { SET: { actions: 'set' }, 'START.COUNTED': { actions: 'noteStart' } },
  initial: 'placed',
  states: {
    placed: {
      always: [{ guard: 'startsUp', target: 'up', actions: 'claimMemory' }, { target: 'off' }],
    },
    off: {
      tags: 'off',
      on: STARTED,
    },
    starting: {
      tags: ['starting', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'runtime.starting' } }, 'countStart', 'claimMemory'],
      after: { start: 'up' },
      on: {
        'MEMORY.RETRY': { actions: 'claimMemory' },
        CRASH: { target: 'crashed', actions: BY_SIGKILL },
        'OOM.KILL': { target: 'crashed', actions: BY_SIGKILL },
        STOP: { target: 'stopped', actions: STOPPED },
        'FLOOR.LOST': FALLS,
      },
    },
    up: {
      tags: ['up', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'runtime.up' } }, 'settleContainers', 'tellNeeders'],
      on: {
        'MEMORY.RETRY': { actions: 'claimMemory' },
        CRASH: { target: 'crashed', actions: BY_SIGKILL },
        'OOM.KILL': { target: 'crashed', actions: BY_SIGKILL },
        STOP: [
          { guard: 'takesContainersAlong', target: 'stopped', actions: [STOPPED, 'stopContainers'] },
          { target: 'stopped', actions: STOPPED },
        ],
        'FLOOR.LOST': FALLS,
      },
    },
    stopped: {
      tags: 'off',
      entry: ['releaseMemory', 'leaveContainersAlone', 'tellNeeders'],
      on: STARTED,
    },
    crashed: {
      tags: 'down',
      entry: [
        { type: 'tell', params: { fact: 'runtime.crashed', fields: ['exitCode', 'signal'] } },
        'releaseMemory',
        'leaveContainersAlone',
        'tellNeeders',
        'reportEnd',
      ],
      on: {
        ...STARTED,
        'PICK.LATER': { target: 'waiting', actions: 'noteDelay' },
        'GIVE.UP': 'given-up',
      },
    },
    waiting: {
      tags: ['down', 'waiting'],
      entry: { type: 'tell', params: { fact: 'runtime.waiting', fields: ['restartMs'], given: ['restart'] } },
      after: { restart: { target: 'starting', actions: 'again' } },
      on: {
        START: STARTED.START,
        STOP: { target: 'stopped', actions: STOPPED },
        'FLOOR.LOST': {
          target: 'left-alone',
          actions: { type: 'tell', params: { fact: 'runtime.left-alone' } },
        },
      },
    },
    'left-alone': {
      tags: 'down',
      on: STARTED,
    },
    'given-up': {
      tags: 'down',
      entry: { type: 'tell', params: { fact: 'runtime.given-up', given: ['restart'] } },
      on: STARTED,
    },
    fallen: {
      tags: 'down',
      entry: [{ type: 'tell', params: { fact: 'runtime.fell' } }, 'releaseMemory', 'tellNeeders'],
      on: STARTED,
    },
    'taken-along': {
      tags: ['down', 'ended'],
      entry: [{ type: 'tell', params: { fact: 'runtime.fell' } }, 'releaseMemory', 'tellNeeders'],
      on: STARTED,
    },
  },
});
