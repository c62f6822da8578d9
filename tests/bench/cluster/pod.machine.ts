// A pod of the measured cluster, as an ordinary chart: what the engine compiles and what the actors run.
import { assign, setup } from 'xstate';
import { byTheWorld, tell } from '../../../src/sim/rooms/settings';
import {
  ADMISSION_MS,
  CREATE_MS,
  GRACE_MS,
  PROBE_MS,
  REPLACE_MS,
  RETRY_MS,
  backoffMs,
  probeFails,
  pullMs,
} from './rules';

/** Flat context of a pod. */
export interface PodContext {
  readonly pod: number;
  readonly node: number;
  readonly restarts: number;
  readonly probes: number;
}

type PodEvent = { type: 'BIND'; node: number } | { type: 'NO.ROOM' } | { type: 'KILL' };

const fact = (name: string) => ({ type: 'tell', params: { fact: name } }) as const;
const KILLED = { target: 'terminating', actions: fact('pod.terminating') } as const;

/** pending -> asking -> pulling -> creating -> running, with probes, crashes, back-off and eviction. */
export const podMachine = setup({
  types: {} as { context: PodContext; events: PodEvent; input: Partial<PodContext> },
  delays: {
    pull: ({ context }) => pullMs(context.pod),
    backoff: ({ context }) => backoffMs(context.restarts),
  },
  guards: {
    fails: ({ context }) => probeFails(context.pod, context.probes),
  },
  actions: {
    countProbe: assign({ probes: ({ context }) => context.probes + 1 }),
    countRestart: assign({ restarts: ({ context }) => context.restarts + 1 }),
    place: assign({ node: ({ context, event }) => (event.type === 'BIND' ? event.node : context.node) }),
    tell,
    askScheduler: byTheWorld,
    release: byTheWorld,
    replace: byTheWorld,
  },
}).createMachine({
  id: 'pod',
  context: ({ input }) => ({ pod: 0, node: -1, restarts: 0, probes: 0, ...input }),
  initial: 'pending',
  states: {
    pending: { after: { [ADMISSION_MS]: 'asking' } },
    asking: {
      entry: 'askScheduler',
      on: { BIND: { target: 'pulling', actions: ['place', fact('pod.bound')] }, 'NO.ROOM': 'waiting' },
    },
    waiting: { after: { [RETRY_MS]: 'asking' } },
    pulling: { after: { pull: 'creating' }, on: { KILL: KILLED } },
    creating: {
      after: { [CREATE_MS]: { target: 'running', actions: fact('pod.started') } },
      on: { KILL: KILLED },
    },
    running: {
      after: {
        [PROBE_MS]: [
          { guard: 'fails', target: 'crashed', actions: ['countProbe', fact('pod.crashed')] },
          { target: 'running', reenter: true, actions: 'countProbe' },
        ],
      },
      on: { KILL: KILLED },
    },
    crashed: { always: 'backoff' },
    backoff: { entry: 'countRestart', after: { backoff: 'creating' }, on: { KILL: KILLED } },
    terminating: { after: { [GRACE_MS]: { target: 'released', actions: fact('pod.gone') } } },
    released: { entry: 'release', after: { [REPLACE_MS]: 'gone' } },
    gone: { type: 'final', entry: 'replace' },
  },
});
