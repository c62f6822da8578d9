// Door of the distribution room.
import type { KindDefinition } from '../../engine/kind';
import { DISTRIBUTION_DEFAULTS } from './facts';
import { distributionMachine } from './distribution.machine';

export { distributionCommands } from './commands';

/** The kind `distribution`: packages, and what is known to be weak in them. It stands outside of all hosts. */
export const distribution: KindDefinition = {
  kind: 'distribution',
  machine: distributionMachine,
  effects: {},
  defaults: DISTRIBUTION_DEFAULTS,
  standsOn: [],
};
