// A container and a daemon with what they do to health checks: these begin and end with both of them.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import type { KindDefinition } from '../../engine/kind';
import { imagedContainer } from '../layer/ofContainer';
import { chainedRuntime } from '../runtime/chained';
import { containersOf, isDocker } from '../runtime/containers';
import { begin, end, looksAfter } from './effects';

type Act = (acts: Acts, self: EntityNumber) => void;

/** An effect of a kind, and then one more. */
const followed =
  (definition: KindDefinition, name: string, next: Act): Effect =>
  (acts, self, params) => {
    definition.effects[name]!(acts, self, params);
    next(acts, self);
  };

const inContainer = (name: string, next: Act) => followed(imagedContainer, name, next);

/** The kind `container` where a health check may be on it. */
export const watchedContainer: KindDefinition = {
  ...imagedContainer,
  effects: {
    ...imagedContainer.effects,
    startMain: inContainer('startMain', begin),
    stopWhatStands: inContainer('stopWhatStands', end),
    dropWhatStands: inContainer('dropWhatStands', end),
  },
};

/** It looks at what it has taken over. */
function beginAll(acts: Acts, self: EntityNumber): void {
  if (!looksAfter(acts, self)) return;
  for (const container of containersOf(acts, self)) if (acts.has(container, 'up')) begin(acts, container);
}

function endAll(acts: Acts, self: EntityNumber): void {
  if (isDocker(acts, self)) for (const container of containersOf(acts, self)) end(acts, container);
}

/** The kind `runtime` whose daemon looks at its containers, where it is Docker's. */
export const watchedRuntime: KindDefinition = {
  ...chainedRuntime,
  effects: {
    ...chainedRuntime.effects,
    settleContainers: followed(chainedRuntime, 'settleContainers', beginAll),
    leaveContainersAlone: followed(chainedRuntime, 'leaveContainersAlone', endAll),
  },
};
