// Door of the repository room.
import type { Acts, EntityNumber } from '../../engine/acts';
import type { KindDefinition } from '../../engine/kind';
import { REPOSITORY_DEFAULTS } from './facts';
import { repositoryMachine } from './repository.machine';

export { repositoryCommands } from './commands';

/** Whoever builds what is committed here is told. */
function notifyBuilders(acts: Acts, self: EntityNumber): void {
  for (let box = 0; box < acts.count; box++) {
    if (acts.kind(box) === 'builder' && acts.value(box, 'watches') === acts.id(self))
      acts.send(box, { type: 'COMMITTED' });
  }
}

/** The kind `repository`: source code and the recipe of an image. It stands outside of all hosts. */
export const repository: KindDefinition = {
  kind: 'repository',
  machine: repositoryMachine,
  effects: { notifyBuilders },
  defaults: REPOSITORY_DEFAULTS,
  standsOn: [],
};
