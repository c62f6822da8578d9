// Life of a layer: stored, perhaps written, deleted when nobody needs it, or lost with its disk.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { byTheWorld, tell } from '../settings';
import { asRewritten, LAYER_DEFAULTS, type LayerContext, type RewriteEvent } from './facts';

type LayerEvent =
  | RewriteEvent
  | { type: 'READ'; cachedBy: string }
  | { type: 'DELETE' | 'NEW.MACHINE' }
  | { type: 'FLOOR.LOST' };

/**
 * The chart of a layer. REWRITE comes to the writable one of a container alone; READ from a container that starts, with
 * the kernel that reads: what it has read once is in its page cache. NEW.MACHINE comes from a builder that has another
 * machine for each build.
 */
export const layerMachine = setup({
  types: {} as {
    context: LayerContext;
    events: LayerEvent;
    input: Partial<LayerContext>;
    tags: StateTag;
  },
  guards: {
    isCached: ({ context, event }) => event.type === 'READ' && event.cachedBy === context.cachedBy,
  },
  actions: {
    write: assign(asRewritten),
    noteCached: assign(({ event }) => (event.type === 'READ' ? { cachedBy: event.cachedBy } : {})),
    countHit: assign({ cacheHits: ({ context }) => context.cacheHits + 1 }),
    tell,
    keepFiles: byTheWorld,
    tellRead: byTheWorld,
    giveBack: byTheWorld,
  },
}).createMachine({
  id: 'layer',
  context: ({ input }): LayerContext => ({ ...LAYER_DEFAULTS, cachedBy: '', cacheHits: 0, ...input }),
  initial: 'stored',
  states: {
    stored: {
      tags: 'up',
      entry: 'keepFiles',
      on: {
        REWRITE: { actions: ['write', 'keepFiles'] },
        READ: [{ guard: 'isCached', actions: 'countHit' }, { actions: ['noteCached', 'tellRead'] }],
        DELETE: {
          target: 'deleted',
          actions: [{ type: 'tell', params: { fact: 'layer.deleted' } }, 'giveBack'],
        },
        'NEW.MACHINE': {
          target: 'deleted',
          actions: [{ type: 'tell', params: { fact: 'layer.left-behind' } }, 'giveBack'],
        },
        'FLOOR.LOST': { target: 'gone', actions: { type: 'tell', params: { fact: 'layer.lost' } } },
      },
    },
    deleted: {},
    gone: { tags: 'down', entry: 'giveBack' },
  },
});
