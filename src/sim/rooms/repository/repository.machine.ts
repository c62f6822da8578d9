// Life of a repository: commits come, and whoever watches is told.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { byTheWorld, tell } from '../settings';
import { REPOSITORY_DEFAULTS, type RepositoryContext } from './facts';

type RepositoryEvent = { type: 'COMMIT'; change: string; recipe: string; files: string };

/** The chart of a repository. */
export const repositoryMachine = setup({
  types: {} as {
    context: RepositoryContext;
    events: RepositoryEvent;
    input: Partial<RepositoryContext>;
    tags: StateTag;
  },
  actions: {
    take: assign(({ context, event }) => ({
      commit: context.commit + 1,
      change: event.change,
      recipe: event.recipe,
      files: event.files,
    })),
    tell,
    notifyBuilders: byTheWorld,
  },
}).createMachine({
  id: 'repository',
  context: ({ input }): RepositoryContext => ({ ...REPOSITORY_DEFAULTS, commit: 1, change: '', ...input }),
  initial: 'kept',
  states: {
    kept: {
      tags: 'up',
      on: {
        COMMIT: {
          actions: [
            'take',
            { type: 'tell', params: { fact: 'repository.committed', fields: ['commit', 'change'] } },
            'notifyBuilders',
          ],
        },
      },
    },
  },
});
