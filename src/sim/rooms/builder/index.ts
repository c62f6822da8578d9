// Door of the builder room.
import type { KindDefinition } from '../../engine/kind';
import { builderMachine } from './builder.machine';
import { BUILDER_DEFAULTS } from './facts';
import { builderEffects } from './orders';

export { byHandCommands } from './byHand';
export { builderCommands } from './commands';

/** The kind `builder`: what makes images of recipes, beside an engine or in a CI service. */
export const builder: KindDefinition = {
  kind: 'builder',
  machine: builderMachine,
  effects: builderEffects,
  defaults: BUILDER_DEFAULTS,
  standsOn: [],
  waitOf: (reader, self) =>
    reader.has(self, 'starting') ? { condition: 'copy', who: reader.id(self), at: reader.due(self) } : null,
};
