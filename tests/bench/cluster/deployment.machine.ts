// Who creates the pods of the measured cluster: one after the other until all are there.
import { assign, setup } from 'xstate';
import { MS } from '../../../src/sim/engine/time';
import { byTheWorld } from '../../../src/sim/rooms/settings';

/** Flat context of the deployment. */
export interface DeploymentContext {
  readonly wanted: number;
  readonly created: number;
  readonly gapMicros: number;
}

/** One command starts it; the first pod comes at once, the others each `gapMicros` later. */
export const deploymentMachine = setup({
  types: {} as {
    context: DeploymentContext;
    events: { type: 'ROLL.OUT' };
    input: Partial<DeploymentContext>;
  },
  delays: { gap: ({ context }) => context.gapMicros / MS },
  guards: { isComplete: ({ context }) => context.created === context.wanted },
  actions: {
    count: assign({ created: ({ context }) => context.created + 1 }),
    createPod: byTheWorld,
  },
}).createMachine({
  id: 'deployment',
  context: ({ input }) => ({ wanted: 0, created: 0, gapMicros: 0, ...input }),
  initial: 'idle',
  states: {
    idle: { on: { 'ROLL.OUT': 'rolling' } },
    rolling: {
      entry: ['createPod', 'count'],
      after: {
        gap: [
          { guard: 'isComplete', target: 'complete' },
          { target: 'rolling', reenter: true },
        ],
      },
    },
    complete: { type: 'final' },
  },
});
