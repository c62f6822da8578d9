// The corners of XState: transitions to and of the root, finals inside and at the top, always-transitions that stay,
// forbidden events, guards that look at the event of an eventless step.
import { assign, setup } from 'xstate';

export const corners = setup({
  types: {
    context: {} as { count: number; seen: string },
    events: {} as { type: 'A' } | { type: 'B' } | { type: 'C' } | { type: 'D' } | { type: 'END' },
  },
  guards: {
    isEven: ({ context }) => context.count % 2 === 0,
    isLow: ({ context }, { under }: { under: number }) => context.count < under,
    isDone: ({ event }) => (event.type as string).startsWith('xstate.done.state'),
    isC: ({ event }) => event.type === 'C',
  },
  actions: {
    count: assign({ count: ({ context }) => (context.count + 1) % 6 }),
    see: assign({ seen: ({ event }) => event.type }),
    enter: (_, _params: { state: string }) => undefined,
    leave: (_, _params: { state: string }) => undefined,
    ring: () => undefined,
  },
}).createMachine({
  id: 'corners',
  initial: 'outer',
  context: { count: 0, seen: '' },
  entry: { type: 'enter', params: { state: 'root' } },
  exit: ['see', { type: 'leave', params: { state: 'root' } }],
  after: { 5_000: { target: '#corners', reenter: true, actions: 'count' } },
  on: {
    A: [
      { guard: 'isEven', target: '#corners' },
      { target: '.outer', reenter: true },
    ],
    C: { actions: 'count' },
    END: '.end',
  },
  states: {
    outer: {
      initial: 'inner',
      entry: { type: 'enter', params: { state: 'outer' } },
      exit: { type: 'leave', params: { state: 'outer' } },
      always: { guard: 'isDone', target: 'after', actions: 'see' },
      on: { B: { target: '#leaf', actions: 'count' } },
      states: {
        inner: {
          initial: 'leaf',
          after: { 100: [{ guard: 'isEven', target: 'finished' }, { target: '.leaf' }], 200: [] },
          exit: { type: 'leave', params: { state: 'inner' } },
          on: { D: { target: '.leaf', reenter: true } },
          states: {
            leaf: {
              id: 'leaf',
              entry: ['count', { type: 'enter', params: { state: 'leaf' } }],
              always: { guard: 'isC', actions: 'ring' },
              on: { C: { guard: { type: 'isLow', params: { under: 3 } }, actions: ['ring', 'count'] } },
            },
          },
        },
        finished: {
          type: 'final',
          entry: { type: 'enter', params: { state: 'finished' } },
          always: { guard: { type: 'isLow', params: { under: 3 } }, target: '#leaf' },
        },
      },
    },
    after: {
      tags: 'waiting',
      always: { guard: { type: 'isLow', params: { under: 5 } }, actions: ['count', 'ring'] },
      on: { B: 'loop', D: undefined, A: undefined },
    },
    loop: {
      always: [
        { guard: 'isEven', actions: ['count', 'see'] },
        { target: 'after', actions: { type: 'leave', params: { state: 'loop' } } },
      ],
    },
    end: { type: 'final', tags: 'off', entry: 'count', exit: 'ring', after: { 10: {} }, on: { A: 'after' } },
  },
});
