// One queue, one server on the engine: two charts, played by a run with journal and facts.
import { assign, setup } from 'xstate';
import type { KindDefinition } from '../../../src/sim/engine/kind';
import type { Model } from '../../../src/sim/engine/model';
import type { Scenario } from '../../../src/sim/engine/scenario';
import { MS } from '../../../src/sim/engine/time';
import { byTheWorld, tell } from '../../../src/sim/rooms/settings';
import { WorldRun } from '../../../src/sim/worldRun';
import type { Samples } from './samples';

const fact = (name: string) => ({ type: 'tell', params: { fact: name } }) as const;

interface SourceContext {
  readonly next: number;
}

interface ServerContext {
  readonly served: number;
  readonly waiting: number;
}

// Read by the type checker alone.
const sourceTypes = {} as { context: SourceContext; events: { type: 'OPEN' }; input: Partial<SourceContext> };
const serverTypes = {} as {
  context: ServerContext;
  events: { type: 'ARRIVE' };
  input: Partial<ServerContext>;
};

/** Sends customers to the server until there are no more; `next` is the one that comes next. */
const sourceOf = ({ gaps }: Samples) =>
  setup({
    types: sourceTypes,
    delays: { gap: ({ context }) => gaps[context.next]! / MS },
    guards: { isLast: ({ context }) => context.next === gaps.length - 1 },
    actions: { count: assign({ next: ({ context }) => context.next + 1 }), arrive: byTheWorld },
  }).createMachine({
    id: 'source',
    context: ({ input }) => ({ next: 0, ...input }),
    initial: 'closed',
    states: {
      closed: { on: { OPEN: 'open' } },
      open: {
        after: {
          gap: [
            { guard: 'isLast', target: 'done', actions: 'arrive' },
            { target: 'open', reenter: true, actions: ['arrive', 'count'] },
          ],
        },
      },
      done: { type: 'final' },
    },
  });

/** Serves one customer after the other; `waiting` are those who wait. */
const serverOf = ({ services }: Samples) =>
  setup({
    types: serverTypes,
    delays: { service: ({ context }) => services[context.served - 1]! / MS },
    guards: { hasWaiting: ({ context }) => context.waiting > 0 },
    actions: {
      take: assign({ served: ({ context }) => context.served + 1 }),
      queue: assign({ waiting: ({ context }) => context.waiting + 1 }),
      dequeue: assign({ waiting: ({ context }) => context.waiting - 1 }),
      tell,
      begin: byTheWorld,
    },
  }).createMachine({
    id: 'server',
    context: ({ input }) => ({ served: 0, waiting: 0, ...input }),
    initial: 'idle',
    states: {
      idle: { on: { ARRIVE: { target: 'busy', actions: fact('server.busy') } } },
      busy: {
        entry: ['take', 'begin'],
        on: { ARRIVE: { actions: 'queue' } },
        after: {
          service: [
            { guard: 'hasWaiting', target: 'busy', reenter: true, actions: 'dequeue' },
            { target: 'idle', actions: fact('server.idle') },
          ],
        },
      },
    },
  });

/** The charts of one set of samples, and a way to play them: the mean wait in microseconds each time. */
export function queueOnEngine(samples: Samples): () => number {
  const customers = samples.gaps.length;
  const sourceMachine = sourceOf(samples);
  const serverMachine = serverOf(samples);
  const end = samples.gaps.reduce((sum, gap) => sum + gap, 0) * 2;
  return () => {
    const waits = new Waits(customers);
    new WorldRun(modelOf(sourceMachine, serverMachine, waits), SCENARIO, JOURNAL, end);
    return waits.sum / customers;
  };
}

const SCENARIO: Scenario = {
  id: 'queue',
  seed: 0,
  world: {
    boxes: [
      { kind: 'source', name: 'customers' },
      { kind: 'server', name: 'one' },
    ],
  },
};
const JOURNAL = [{ at: 0, command: { name: 'open', target: 'source/customers' } }];
const ARRIVE = { type: 'ARRIVE' };

/** Who came when, and how long they waited. */
class Waits {
  sum = 0;
  readonly #arrivedAt: Float64Array;
  #arrived = 0;
  #begun = 0;

  constructor(customers: number) {
    this.#arrivedAt = new Float64Array(customers);
  }

  arrive(now: number): void {
    this.#arrivedAt[this.#arrived++] = now;
  }

  begin(now: number): void {
    this.sum += now - this.#arrivedAt[this.#begun++]!;
  }
}

function modelOf(
  sourceMachine: KindDefinition['machine'],
  serverMachine: KindDefinition['machine'],
  waits: Waits,
): Model {
  const source: KindDefinition = {
    kind: 'source',
    machine: sourceMachine,
    effects: {
      arrive: (acts, self) => {
        waits.arrive(acts.now);
        acts.send(self + 1, ARRIVE);
      },
    },
    defaults: {},
    standsOn: [],
  };
  const server: KindDefinition = {
    kind: 'server',
    machine: serverMachine,
    effects: { begin: (acts) => waits.begin(acts.now) },
    defaults: {},
    standsOn: [],
  };
  const open = { name: 'open', on: ['source'], events: () => [{ type: 'OPEN' }] };
  return { kinds: [source, server], commands: [open] };
}
