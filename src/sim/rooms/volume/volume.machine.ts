// Life of a volume: it is there, with containers or without, until its disk is lost.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { asRewritten, type RewriteEvent } from '../layer/facts';
import { byTheWorld, tell } from '../settings';
import { VOLUME_DEFAULTS, type VolumeContext } from './facts';

type VolumeEvent = RewriteEvent | { type: 'FLOOR.LOST' };

/** The chart of a volume. */
export const volumeMachine = setup({
  types: {} as { context: VolumeContext; events: VolumeEvent; input: VolumeContext; tags: StateTag },
  actions: {
    write: assign(asRewritten),
    tell,
    keepFiles: byTheWorld,
    giveBack: byTheWorld,
  },
}).createMachine({
  id: 'volume',
  context: ({ input }): VolumeContext => ({ ...VOLUME_DEFAULTS, ...input }),
  initial: 'stored',
  states: {
    stored: {
      tags: 'up',
      entry: 'keepFiles',
      on: {
        REWRITE: { actions: ['write', 'keepFiles'] },
        'FLOOR.LOST': { target: 'gone', actions: { type: 'tell', params: { fact: 'volume.lost' } } },
      },
    },
    gone: { tags: 'down', entry: 'giveBack' },
  },
});
