// Life of a disk: it works until it breaks. It keeps what is on it without power.
import { setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { byTheWorld, tell } from '../settings';
import { DISK_DEFAULTS, type DiskContext } from './facts';

/** The chart of a disk. */
export const diskMachine = setup({
  types: {} as { context: DiskContext; events: { type: 'BREAK' }; input: DiskContext; tags: StateTag },
  actions: { tell, dropWhatStands: byTheWorld },
}).createMachine({
  id: 'disk',
  context: ({ input }): DiskContext => ({ ...DISK_DEFAULTS, ...input }),
  initial: 'working',
  states: {
    working: { tags: 'up', on: { BREAK: 'broken' } },
    broken: {
      tags: 'down',
      entry: [{ type: 'tell', params: { fact: 'disk.broke' } }, 'dropWhatStands'],
    },
  },
});
