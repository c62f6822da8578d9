// Life of a process: started, running (serving or suffering), ended; perhaps started again by a picker.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { FALLS, isByOrder, type FloorLost } from '../standing/floorLost';
import { asSet, byTheWorld, tell, type SetEvent } from '../settings';
import { PROCESS_AT_FIRST, PROCESS_DEFAULTS, type ProcessContext } from './facts';
import {
  BY_SIGKILL,
  delayOf,
  endOf,
  FORGOTTEN,
  oneMore,
  STARTED,
  windowOf,
  type PickEvent,
} from './pickedUp';

type ProcessEvent =
  | SetEvent
  | { type: 'START' }
  | PickEvent
  | { type: 'KILL' }
  | { type: 'STOP' }
  | { type: 'LOAD.FAILED'; exitCode: number }
  | { type: 'OOM.KILL' }
  | { type: 'MEMORY.RETRY' }
  | { type: 'USE.MEMORY'; bytes: number }
  | { type: 'RESUMED' }
  | { type: 'NEEDS.CHANGED' }
  | { type: 'NEEDS'; lost: number }
  | { type: 'STUCK' }
  | { type: 'UNSTUCK' }
  | { type: 'PAUSED' }
  | { type: 'UNPAUSED' }
  | FloorLost;

/** It lacks something that it needs. */
const LACKING = { guard: 'lacksSomething', target: 'suffering' } as const;
/** It answers again, without errors. */
const RECOVERED = {
  target: 'serving',
  actions: { type: 'tell', params: { fact: 'process.recovered' } },
} as const;
/** It looks at its needs before it answers anybody: with errors, or without. */
const GOES_ON = { actions: 'checkNeeds' } as const;

/** The chart of a process. KILL is SIGKILL; STOP is an orderly end by hand or by its container. */
export const processMachine = setup({
  types: {} as { context: ProcessContext; events: ProcessEvent; input: ProcessContext; tags: StateTag },
  guards: {
    startsUp: ({ context }) => context.start === 'up',
    isByOrder,
    lacksSomething: ({ event }) => event.type === 'NEEDS' && event.lost > 0,
    lacksNothing: ({ event }) => event.type === 'NEEDS' && event.lost === 0,
  },
  delays: {
    start: ({ context }) => context.startMs,
    restart: ({ context }) => context.restartMs,
  },
  actions: {
    set: assign(asSet<ProcessContext>),
    byHand: assign(FORGOTTEN),
    again: assign(oneMore<ProcessContext>),
    noteDelay: assign(delayOf<ProcessContext>),
    noteStart: assign(windowOf<ProcessContext>),
    endBy: assign(endOf<ProcessContext>),
    resize: assign(({ event }) => (event.type === 'USE.MEMORY' ? { memoryBytes: event.bytes } : {})),
    noteExit: assign(({ event }) => (event.type === 'LOAD.FAILED' ? { exitCode: event.exitCode } : {})),
    tell,
    load: byTheWorld,
    claimMemory: byTheWorld,
    releaseMemory: byTheWorld,
    checkNeeds: byTheWorld,
    tellNeeders: byTheWorld,
    countStart: byTheWorld,
    reportEnd: byTheWorld,
  },
}).createMachine({
  id: 'process',
  context: ({ input }): ProcessContext => ({ ...PROCESS_DEFAULTS, ...PROCESS_AT_FIRST, ...input }),
  on: {
    SET: { actions: 'set' },
    'START.COUNTED': { actions: 'noteStart' },
    RESUMED: { target: '#process.running', actions: 'claimMemory' },
  },
  initial: 'placed',
  states: {
    placed: {
      always: [{ guard: 'startsUp', target: 'running', actions: 'claimMemory' }, { target: 'stopped' }],
    },
    stopped: {
      tags: 'off',
      entry: ['releaseMemory', 'tellNeeders'],
      on: STARTED,
    },
    starting: {
      tags: ['starting', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'process.starting' } }, 'countStart', 'claimMemory', 'load'],
      after: { start: 'running' },
      on: {
        'MEMORY.RETRY': { actions: 'claimMemory' },
        'USE.MEMORY': { actions: ['resize', 'claimMemory'] },
        'LOAD.FAILED': { target: 'exited', actions: 'noteExit' },
        KILL: { target: 'exited', actions: BY_SIGKILL },
        'OOM.KILL': { target: 'oom-killed' },
        STOP: { target: 'stopped', actions: { type: 'tell', params: { fact: 'process.stopped' } } },
        'FLOOR.LOST': FALLS,
      },
    },
    running: {
      tags: ['up', 'holds-memory'],
      entry: [{ type: 'tell', params: { fact: 'process.up' } }, 'checkNeeds', 'tellNeeders'],
      initial: 'serving',
      states: {
        serving: {
          tags: 'serving',
          on: {
            NEEDS: LACKING,
            STUCK: 'stuck',
            PAUSED: 'paused',
          },
        },
        suffering: {
          tags: 'suffering',
          entry: { type: 'tell', params: { fact: 'process.suffering' } },
          on: {
            NEEDS: { ...RECOVERED, guard: 'lacksNothing' },
            STUCK: 'stuck',
            PAUSED: 'paused',
          },
        },
        stuck: {
          tags: 'suffering',
          entry: { type: 'tell', params: { fact: 'process.stuck' } },
          on: {
            UNSTUCK: GOES_ON,
            NEEDS: [LACKING, RECOVERED],
            PAUSED: 'paused',
          },
        },
        // Its VM stands still, and so do its threads: it looks at nothing before it goes on.
        paused: {
          tags: 'suffering',
          entry: { type: 'tell', params: { fact: 'process.paused' } },
          on: {
            'NEEDS.CHANGED': {},
            UNPAUSED: GOES_ON,
            NEEDS: [LACKING, RECOVERED],
            STUCK: 'stuck',
          },
        },
      },
      on: {
        'NEEDS.CHANGED': { actions: 'checkNeeds' },
        'MEMORY.RETRY': { actions: 'claimMemory' },
        'USE.MEMORY': { actions: ['resize', 'claimMemory'] },
        KILL: { target: 'exited', actions: BY_SIGKILL },
        'OOM.KILL': { target: 'oom-killed' },
        STOP: { target: 'stopped', actions: { type: 'tell', params: { fact: 'process.stopped' } } },
        'FLOOR.LOST': FALLS,
      },
    },
    'oom-killed': {
      tags: 'down',
      entry: [BY_SIGKILL, { type: 'tell', params: { fact: 'process.oom-killed', fields: ['memoryBytes'] } }],
      always: 'exited',
    },
    exited: {
      tags: 'down',
      entry: [
        { type: 'tell', params: { fact: 'process.exited', fields: ['exitCode', 'signal'] } },
        'releaseMemory',
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
      entry: { type: 'tell', params: { fact: 'process.waiting', fields: ['restartMs'], given: ['restart'] } },
      after: { restart: { target: 'starting', actions: 'again' } },
      on: {
        START: STARTED.START,
        STOP: { target: 'stopped', actions: { type: 'tell', params: { fact: 'process.stopped' } } },
        'FLOOR.LOST': {
          target: 'left-alone',
          actions: { type: 'tell', params: { fact: 'process.left-alone' } },
        },
      },
    },
    'left-alone': {
      tags: 'down',
      on: STARTED,
    },
    'given-up': {
      tags: 'down',
      entry: { type: 'tell', params: { fact: 'process.given-up', given: ['restart'] } },
      on: STARTED,
    },
    fallen: {
      tags: 'down',
      entry: [{ type: 'tell', params: { fact: 'process.fell' } }, 'releaseMemory', 'tellNeeders'],
      on: STARTED,
    },
    'taken-along': {
      tags: ['down', 'ended'],
      entry: [{ type: 'tell', params: { fact: 'process.fell' } }, 'releaseMemory', 'tellNeeders'],
      on: {
        ...STARTED,
        // What it was to come back on broke: that was nobody's order.
        'FLOOR.LOST': [{ guard: 'isByOrder' }, { target: 'fallen' }],
      },
    },
  },
});
