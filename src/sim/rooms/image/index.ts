// Door of the image room.
import type { KindDefinition } from '../../engine/kind';
import { imageEffects } from './effects';
import { IMAGE_DEFAULTS } from './facts';
import { imageMachine } from './image.machine';

export { imageCommands } from './commands';

/** The kind `image`: a name on a host, and the layers that it stood for when it was pulled. */
export const image: KindDefinition = {
  kind: 'image',
  machine: imageMachine,
  effects: imageEffects,
  defaults: IMAGE_DEFAULTS,
  standsOn: ['disk'],
  waitOf: (reader, self) =>
    reader.has(self, 'starting') ? { condition: 'copy', who: reader.id(self), at: reader.due(self) } : null,
};
