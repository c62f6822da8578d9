// Four states in a circle, with a count of the rounds: the smallest chart, stepped as a compiled table.
import { assign, setup } from 'xstate';
import { compile } from '../../../src/sim/engine/compile/compile';
import { enter, step } from '../../../src/sim/engine/compile/step';
import type { Sink } from '../../../src/sim/engine/compile/table';

/** The events of one round, in order. */
export const ROUND = ['PULLED', 'CREATED', 'CRASHED', 'RETRIED'] as const;

interface CycleContext {
  readonly rounds: number;
}

interface CycleEvent {
  readonly type: (typeof ROUND)[number];
}

// Read by the type checker alone.
const types = {} as { context: CycleContext; events: CycleEvent; input: Partial<CycleContext> };

/** The chart; robot3's is the same. */
export const cycleMachine = setup({
  types,
  actions: { count: assign({ rounds: ({ context }) => context.rounds + 1 }) },
}).createMachine({
  id: 'cycle',
  context: ({ input }) => ({ rounds: 0, ...input }),
  initial: 'pulling',
  states: {
    pulling: { on: { PULLED: 'creating' } },
    creating: { on: { CREATED: 'running' } },
    running: { on: { CRASHED: { target: 'backoff', actions: 'count' } } },
    backoff: { on: { RETRIED: 'pulling' } },
  },
});

const nothing = () => undefined;
const NOWHERE: Sink = { take: nothing, arm: nothing, disarm: nothing, effect: nothing };

/** Takes `steps` transitions and returns the rounds that were counted. */
export function cycleOnTable(steps: number): unknown {
  const table = compile(cycleMachine);
  const context = table.initialContext({});
  const events = ROUND.map((type) => ({ type }));
  const codes = ROUND.map((type) => table.eventCode(type));
  let leaf = enter(table, context, NOWHERE);
  for (let i = 0; i < steps; i++) leaf = step(table, leaf, codes[i & 3]!, context, events[i & 3]!, NOWHERE);
  return context['rounds'];
}
