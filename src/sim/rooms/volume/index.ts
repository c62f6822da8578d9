// Door of the volume room.
import type { KindDefinition } from '../../engine/kind';
import { volumeEffects } from '../layer/effects';
import { VOLUME_DEFAULTS } from './facts';
import { volumeMachine } from './volume.machine';

/** The kind `volume`: a directory outside of all layers, mounted into containers. */
export const volume: KindDefinition = {
  kind: 'volume',
  machine: volumeMachine,
  effects: volumeEffects,
  defaults: VOLUME_DEFAULTS,
  standsOn: ['disk'],
};
