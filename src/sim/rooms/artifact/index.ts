// Door of the artifact room.
import type { KindDefinition } from '../../engine/kind';
import { artifactMachine } from './artifact.machine';
import { artifactEffects } from './effects';
import { ARTIFACT_DEFAULTS } from './facts';

export { artifactCommands } from './commands';

/** The kind `artifact`: what a build made, to be shipped. */
export const artifact: KindDefinition = {
  kind: 'artifact',
  machine: artifactMachine,
  effects: artifactEffects,
  defaults: ARTIFACT_DEFAULTS,
  standsOn: [],
};
