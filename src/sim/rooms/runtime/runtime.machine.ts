// Life of a runtime: a daemon that may stop, crash and come back while its containers live on.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { PROCESS_AT_FIRST } from '../process/facts';
import type { StartWindow } from '../process/rules';
import { asSet, byTheWorld, tell, type SetEvent } from '../settings';
import { RUNTIME_DEFAULTS, type RuntimeContext } from './facts';

type RuntimeEvent =
  | SetEvent
  | { type: 'START' }
  | { type: 'PICK.UP' }
  | { type: 'PICK.LATER'; delayMs: number }
  | ({ type: 'START.COUNTED' } & StartWindow)
  | { type: 'GIVE.UP' }
  | { type: 'CRASH' }
  | { type: 'STOP' }
  | { type: 'OOM.KILL' }
  | { type: 'MEMORY.RETRY' }
  | { type: 'FLOOR.LOST' };

/** Exit code of a daemon ended by SIGKILL. */
const KILLED = { exitCode: 137, signal: 'SIGKILL' } as const;

/** Told before what the stop does, so that it is the cause. */
const STOPPED = { type: 'tell', params: { fact: 'runtime.stopped' } } as const;

/** The chart of a runtime. A crash kills nothing; an orderly stop may, see its effects. */
export const runtimeMachine = setup({
  types: {} as { context: RuntimeContext; events: RuntimeEvent; input: RuntimeContext; tags: StateTag },
  guards: {
    startsUp: ({ context }) => context.start === 'up',
    takesContainersAlong: ({ context }) => !context.liveRestore,
  },
  delays: {
    start: ({ context }) => context.startMs,
    restart: ({ context }) => context.restartMs,
  },
  actions: {
    set: assign(asSet<RuntimeContext>),
    byHand: assign({ restarts: 0, exitCode: null, signal: null }),
    again: assign({ restarts: ({ context }) => context.restarts + 1, exitCode: null, signal: null }),
    noteDelay: assign(({ event }) => (event.type === 'PICK.LATER' ? { restartMs: event.delayMs } : {})),
    noteStart: assign(({ event }) =>
      event.type === 'START.COUNTED'
        ? { windowBeganAt: event.windowBeganAt, windowStarts: event.windowStarts }
        : {},
    ),
    endBy: assign((_, ended: { readonly exitCode: number; readonly signal: string }) => ended),
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
      on: {
        START: { target: 'starting', actions: 'byHand' },
        'PICK.UP': { target: 'starting', actions: 'again' },
      },
    },
    starting: {
      tags: ['starting', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'runtime.starting' } }, 'countStart', 'claimMemory'],
      after: { start: 'up' },
      on: {
        'MEMORY.RETRY': { actions: 'claimMemory' },
        CRASH: { target: 'crashed', actions: { type: 'endBy', params: KILLED } },
        'OOM.KILL': { target: 'crashed', actions: { type: 'endBy', params: KILLED } },
        STOP: { target: 'stopped', actions: STOPPED },
        'FLOOR.LOST': 'fallen',
      },
    },
    up: {
      tags: ['up', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'runtime.up' } }, 'settleContainers', 'tellNeeders'],
      on: {
        'MEMORY.RETRY': { actions: 'claimMemory' },
        CRASH: { target: 'crashed', actions: { type: 'endBy', params: KILLED } },
        'OOM.KILL': { target: 'crashed', actions: { type: 'endBy', params: KILLED } },
        STOP: [
          { guard: 'takesContainersAlong', target: 'stopped', actions: [STOPPED, 'stopContainers'] },
          { target: 'stopped', actions: STOPPED },
        ],
        'FLOOR.LOST': 'fallen',
      },
    },
    stopped: {
      tags: 'off',
      entry: ['releaseMemory', 'leaveContainersAlone', 'tellNeeders'],
      on: {
        START: { target: 'starting', actions: 'byHand' },
        'PICK.UP': { target: 'starting', actions: 'again' },
      },
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
        START: { target: 'starting', actions: 'byHand' },
        'PICK.UP': { target: 'starting', actions: 'again' },
        'PICK.LATER': { target: 'waiting', actions: 'noteDelay' },
        'GIVE.UP': 'given-up',
      },
    },
    waiting: {
      tags: ['down', 'waiting'],
      entry: { type: 'tell', params: { fact: 'runtime.waiting', fields: ['restartMs'], given: ['restart'] } },
      after: { restart: { target: 'starting', actions: 'again' } },
      on: {
        START: { target: 'starting', actions: 'byHand' },
        STOP: { target: 'stopped', actions: STOPPED },
        'FLOOR.LOST': {
          target: 'left-alone',
          actions: { type: 'tell', params: { fact: 'runtime.left-alone' } },
        },
      },
    },
    'left-alone': {
      tags: 'down',
      on: {
        START: { target: 'starting', actions: 'byHand' },
        'PICK.UP': { target: 'starting', actions: 'again' },
      },
    },
    'given-up': {
      tags: 'down',
      entry: { type: 'tell', params: { fact: 'runtime.given-up', given: ['restart'] } },
      on: {
        START: { target: 'starting', actions: 'byHand' },
        'PICK.UP': { target: 'starting', actions: 'again' },
      },
    },
    fallen: {
      tags: 'down',
      entry: [{ type: 'tell', params: { fact: 'runtime.fell' } }, 'releaseMemory', 'tellNeeders'],
      on: {
        START: { target: 'starting', actions: 'byHand' },
        'PICK.UP': { target: 'starting', actions: 'again' },
      },
    },
  },
});
