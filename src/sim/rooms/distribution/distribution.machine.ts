// Life of a distribution: weaknesses become known, fixed packages come into its archive.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { DISTRIBUTION_DEFAULTS, type DistributionContext } from './facts';

type DistributionEvent = { type: 'FIX'; packages: string; advisories: string };

/** The chart of a distribution. */
export const distributionMachine = setup({
  types: {} as {
    context: DistributionContext;
    events: DistributionEvent;
    input: Partial<DistributionContext>;
    tags: StateTag;
  },
  actions: {
    publish: assign(({ event }) => ({ packages: event.packages, advisories: event.advisories })),
  },
}).createMachine({
  id: 'distribution',
  context: ({ input }): DistributionContext => ({ ...DISTRIBUTION_DEFAULTS, ...input }),
  initial: 'kept',
  states: { kept: { tags: 'up', on: { FIX: { actions: 'publish' } } } },
});
