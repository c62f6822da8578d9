// Life of a container: placed on a kernel, started, running as long as its first process, perhaps backing off.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { dropWhatStands, END_WHAT_STANDS, FALLS, isByOrder, type FloorLost } from '../standing/floorLost';
import { asSet, byTheWorld, tell, type SetEvent } from '../settings';
import { CONTAINER_AT_FIRST, CONTAINER_DEFAULTS, type ContainerContext } from './facts';

type ContainerEvent =
  | SetEvent
  | { type: 'PLACE'; kernel: string }
  | { type: 'REMOVE' }
  | { type: 'START' }
  | { type: 'DAEMON.STARTS' }
  | { type: 'PICK.LATER'; delayMs: number }
  | { type: 'STOP' }
  | { type: 'SHUT.DOWN' }
  | { type: 'DAEMON.STOPS' }
  | { type: 'DAEMON.GONE' }
  | { type: 'MAIN.ENDED'; exitCode: number }
  | FloorLost;

const kernelOf = ({ event }: { event: ContainerEvent }) => ({
  kernel: event.type === 'PLACE' ? event.kernel : '',
});

const REMOVE = {
  target: 'absent',
  actions: { type: 'tell', params: { fact: 'container.removed' } },
} as const;
/** With its machine, which is shut down: nobody stopped it by hand, so its policy starts it again. */
const SHUT_DOWN = { target: 'stopped', actions: 'noteDaemonStop' } as const;
const START = { target: 'starting', actions: 'afresh' } as const;
const AGAIN = { target: 'starting', actions: 'again' } as const;

/** The chart of a container. MAIN.ENDED comes from its first process: the box ends with it. */
export const containerMachine = setup({
  types: {} as {
    context: ContainerContext;
    events: ContainerEvent;
    input: ContainerContext;
    tags: StateTag;
  },
  guards: {
    isByOrder,
    isPlaced: ({ context }) => context.placed,
    startsUp: ({ context }) => context.placed && context.start === 'up',
  },
  delays: {
    start: ({ context }) => context.startMs,
    backoff: ({ context }) => context.backoffMs,
  },
  actions: {
    set: assign(asSet<ContainerContext>),
    afresh: assign({ restarts: 0, backoffMs: 0, stoppedByHand: false, exitCode: null, oomKilled: false }),
    again: assign({
      restarts: ({ context }) => context.restarts + 1,
      exitCode: null,
      oomKilled: false,
    }),
    noteDelay: assign(({ event }) => (event.type === 'PICK.LATER' ? { backoffMs: event.delayMs } : {})),
    noteExit: assign(({ event }) => (event.type === 'MAIN.ENDED' ? { exitCode: event.exitCode } : {})),
    noteStop: assign({ stoppedByHand: true, exitCode: 143 }),
    noteDaemonStop: assign({ exitCode: 143 }),
    tell,
    placeOnKernel: byTheWorld,
    takeFromKernel: byTheWorld,
    startMain: byTheWorld,
    stopWhatStands: byTheWorld,
    tellNeeders: byTheWorld,
    dropWhatStands,
    askRuntime: byTheWorld,
  },
}).createMachine({
  id: 'container',
  context: ({ input }): ContainerContext => ({ ...CONTAINER_DEFAULTS, ...CONTAINER_AT_FIRST, ...input }),
  on: { SET: { actions: 'set' } },
  initial: 'placed',
  states: {
    placed: {
      always: [
        { guard: 'startsUp', target: 'running' },
        { guard: 'isPlaced', target: 'created' },
        { target: 'absent' },
      ],
    },
    absent: {
      tags: 'absent',
      entry: ['stopWhatStands', 'takeFromKernel'],
      on: {
        PLACE: {
          target: 'created',
          actions: [
            { type: 'tell', params: { fact: 'container.placed' } },
            { type: 'placeOnKernel', params: kernelOf },
          ],
        },
      },
    },
    created: { tags: 'off', on: { START, REMOVE } },
    starting: {
      tags: 'starting',
      entry: { type: 'tell', params: { fact: 'container.starting' } },
      after: { start: { target: 'running', actions: 'startMain' } },
      on: {
        STOP: { target: 'stopped', actions: 'noteStop' },
        'SHUT.DOWN': SHUT_DOWN,
        'DAEMON.STOPS': { target: 'taken-down', actions: 'noteDaemonStop' },
        REMOVE,
        'FLOOR.LOST': FALLS,
      },
    },
    running: {
      tags: 'up',
      entry: [{ type: 'tell', params: { fact: 'container.running' } }, 'tellNeeders'],
      on: {
        'MAIN.ENDED': { target: 'exited', actions: 'noteExit' },
        STOP: { target: 'stopped', actions: 'noteStop' },
        'SHUT.DOWN': SHUT_DOWN,
        'DAEMON.STOPS': { target: 'taken-down', actions: 'noteDaemonStop' },
        REMOVE,
        'FLOOR.LOST': FALLS,
      },
    },
    exited: {
      tags: 'down',
      entry: [
        { type: 'tell', params: { fact: 'container.exited', fields: ['exitCode', 'oomKilled'] } },
        'dropWhatStands',
        'askRuntime',
      ],
      on: {
        START,
        'DAEMON.STARTS': START,
        'PICK.LATER': { target: 'backing-off', actions: 'noteDelay' },
        REMOVE,
      },
    },
    'backing-off': {
      tags: ['down', 'waiting'],
      entry: {
        type: 'tell',
        params: {
          fact: 'container.backing-off',
          fields: ['backoffMs', 'restarts'],
          given: ['restartPolicy'],
        },
      },
      after: { backoff: AGAIN },
      on: {
        START,
        STOP: { target: 'stopped', actions: 'noteStop' },
        'SHUT.DOWN': SHUT_DOWN,
        'DAEMON.GONE': 'left-alone',
        'FLOOR.LOST': 'left-alone',
        REMOVE,
      },
    },
    'left-alone': {
      tags: 'down',
      entry: { type: 'tell', params: { fact: 'container.left-alone' } },
      on: { START, 'DAEMON.STARTS': START, REMOVE },
    },
    stopped: {
      tags: 'off',
      entry: [{ type: 'tell', params: { fact: 'container.stopped' } }, 'stopWhatStands'],
      on: { START, 'DAEMON.STARTS': START, REMOVE },
    },
    'taken-down': {
      tags: ['down', 'ended'],
      entry: [{ type: 'tell', params: { fact: 'container.exited', fields: ['exitCode'] } }, END_WHAT_STANDS],
      on: { START, 'DAEMON.STARTS': START, REMOVE },
    },
    fallen: {
      tags: 'down',
      entry: [{ type: 'tell', params: { fact: 'container.fell' } }, 'dropWhatStands'],
      on: { START, 'DAEMON.STARTS': START, REMOVE },
    },
    'taken-along': {
      tags: ['down', 'ended'],
      entry: [{ type: 'tell', params: { fact: 'container.fell' } }, END_WHAT_STANDS],
      on: { START, 'DAEMON.STARTS': START, REMOVE },
    },
  },
});
