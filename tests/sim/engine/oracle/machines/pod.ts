// Pull, create, run with probes, back off, end: named delays that depend on the context, a choice without event.
import { assign, setup } from 'xstate';

interface Pod {
  id: number;
  node: number;
  restarts: number;
  probes: number;
  policy: string;
}

const first: Pod = { id: 0, node: -1, restarts: 0, probes: 0, policy: 'always' };

export const pod = setup({
  types: {
    context: {} as Pod,
    events: {} as { type: 'SCHEDULE'; node: number } | { type: 'KILL' },
  },
  delays: {
    pull: ({ context }) => 500.25 + context.id * 10,
    create: 500,
    probe: 60_000,
    backoff: ({ context }) => Math.min(300_000, 10_000 * context.restarts),
  },
  guards: {
    hasFailed: ({ context }) => (context.probes + context.id) % 3 === 2,
    mayRestart: ({ context }) => context.policy === 'always' && context.restarts < 4,
  },
  actions: {
    countProbe: assign({ probes: ({ context }) => context.probes + 1 }),
    countRestart: assign({ restarts: ({ context }) => context.restarts + 1, probes: 0 }),
    place: assign({ node: ({ event }) => (event.type === 'SCHEDULE' ? event.node : -1) }),
    tell: (_, _params: { fact: string; node?: number }) => undefined,
    release: () => undefined,
  },
}).createMachine({
  id: 'pod',
  initial: 'pending',
  context: ({ input }) => ({ ...first, ...(input as Partial<Pod>) }),
  states: {
    pending: { tags: 'waiting', on: { SCHEDULE: { target: 'pulling', actions: 'place' } } },
    pulling: { tags: ['starting'], after: { pull: 'creating' }, on: { KILL: 'terminating' } },
    creating: { tags: ['starting'], after: { create: 'running' }, on: { KILL: 'terminating' } },
    running: {
      tags: ['up', 'holds-memory'],
      entry: {
        type: 'tell',
        params: ({ context }) => ({ fact: 'pod.running', node: context.node }),
      },
      after: {
        probe: [
          { guard: 'hasFailed', target: 'crashed', actions: 'countProbe' },
          { target: 'running', reenter: true, actions: 'countProbe' },
        ],
      },
      on: { KILL: 'terminating' },
    },
    crashed: {
      entry: { type: 'tell', params: { fact: 'pod.crashed' } },
      always: [{ guard: 'mayRestart', target: 'backoff' }, { target: 'gone' }],
    },
    backoff: {
      tags: ['down', 'waiting'],
      entry: 'countRestart',
      after: { backoff: 'creating' },
      on: { KILL: 'terminating' },
    },
    terminating: { after: { 30_000: 'gone' } },
    gone: { type: 'final', entry: 'release' },
  },
});
