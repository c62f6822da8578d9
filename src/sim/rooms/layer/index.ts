// Door of the layer room.
import type { KindDefinition } from '../../engine/kind';
import { packagesIn } from '../../resources/packages';
import { layerEffects } from './effects';
import { LAYER_DEFAULTS } from './facts';
import { layerMachine } from './layer.machine';
import { contentOf } from './store';

export { fileCommands, placeFromImage } from './commands';

/** The kind `layer`: files of images, stored once on a disk, and what one container writes over them. */
export const layer: KindDefinition = {
  kind: 'layer',
  machine: layerMachine,
  effects: layerEffects,
  defaults: LAYER_DEFAULTS,
  standsOn: ['disk'],
  hidesOf: (reader, self) => contentOf(reader, self).hides ?? [],
  packagesOf: (reader, self) => packagesIn(contentOf(reader, self)),
};
