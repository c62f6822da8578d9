// Door of the health check room.
import type { KindDefinition } from '../../engine/kind';
import { healthcheckEffects } from './effects';
import { HEALTHCHECK_DEFAULTS } from './facts';
import { healthcheckMachine } from './healthcheck.machine';

export { watchedContainer, watchedRuntime } from './watched';

/** The kind `healthcheck`: what Docker knows of how the container of the same name is. It carries and ends nothing. */
export const healthcheck: KindDefinition = {
  kind: 'healthcheck',
  machine: healthcheckMachine,
  effects: healthcheckEffects,
  defaults: HEALTHCHECK_DEFAULTS,
  standsOn: [],
};
