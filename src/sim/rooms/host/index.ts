// Door of the host room.
import type { KindDefinition } from '../../engine/kind';
import { hostEffects } from './effects';
import { HOST_DEFAULTS } from './facts';
import { hostMachine } from './host.machine';

export { hostCommands } from './commands';

/** The kind `host`: a physical computer. Whoever plugs it in again is a person. */
export const host: KindDefinition = {
  kind: 'host',
  machine: hostMachine,
  effects: hostEffects,
  defaults: HOST_DEFAULTS,
  standsOn: [],
  sizeField: 'memoryBytes',
  waitOf: (reader, self) => {
    if (reader.has(self, 'starting'))
      return { condition: 'firmware', who: reader.id(self), at: reader.due(self) };
    if (reader.has(self, 'down')) return { condition: 'power', who: null, at: null };
    return null;
  },
};
