// Life of a distribution: weaknesses become known, fixed packages come into its archive.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { tell } from '../settings';
import { DISTRIBUTION_DEFAULTS, type DistributionContext } from './facts';

type DistributionEvent = {
  type: 'FIX';
  packages: string;
  advisories: string;
  advisory: string;
  fixed: string;
};

/** The chart of a distribution. */
export const distributionMachine = setup({
  types: {} as {
    context: DistributionContext;
    events: DistributionEvent;
    input: Partial<DistributionContext>;
    tags: StateTag;
  },
  actions: {
    publish: assign(({ event }) => ({
      packages: event.packages,
      advisories: event.advisories,
      advisory: event.advisory,
      fixed: event.fixed,
    })),
    tell,
  },
}).createMachine({
  id: 'distribution',
  context: ({ input }): DistributionContext => ({
    ...DISTRIBUTION_DEFAULTS,
    advisory: '',
    fixed: '',
    ...input,
  }),
  initial: 'kept',
  states: {
    kept: {
      tags: 'up',
      on: {
        FIX: {
          actions: [
            'publish',
            { type: 'tell', params: { fact: 'distribution.fixed', fields: ['advisory', 'fixed'] } },
          ],
        },
      },
    },
  },
});
