// A node of the measured cluster: fails, is noticed, is emptied, comes back.
import { setup } from 'xstate';
import { byTheWorld, tell } from '../../../src/sim/rooms/settings';
import { DETECT_MS, EVICT_MS } from './rules';

/** Flat context of a node. */
export interface NodeContext {
  readonly node: number;
}

type NodeEvent = { type: 'FAIL' } | { type: 'RECOVER' };

const fact = (name: string) => ({ type: 'tell', params: { fact: name } }) as const;
const BACK = { target: 'ready', actions: [fact('node.ready'), 'uncordon'] } as const;

/** ready -> down -> notReady -> evicted, and back from each. */
export const nodeMachine = setup({
  types: {} as { context: NodeContext; events: NodeEvent; input: Partial<NodeContext> },
  actions: { tell, cordon: byTheWorld, uncordon: byTheWorld, evictAll: byTheWorld },
}).createMachine({
  id: 'node',
  context: ({ input }) => ({ node: 0, ...input }),
  initial: 'ready',
  states: {
    ready: { on: { FAIL: { target: 'down', actions: fact('node.down') } } },
    down: {
      after: { [DETECT_MS]: 'notReady' },
      on: { RECOVER: { target: 'ready', actions: fact('node.ready') } },
    },
    notReady: {
      entry: [fact('node.not-ready'), 'cordon'],
      after: { [EVICT_MS]: 'evicted' },
      on: { RECOVER: BACK },
    },
    evicted: { entry: [fact('node.evicted'), 'evictAll'], on: { RECOVER: BACK } },
  },
});
