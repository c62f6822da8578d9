// Life of a root file system: it is there, also while nothing runs, and is asked for the files of programs.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { byTheWorld } from '../settings';
import { FILESYSTEM_DEFAULTS, type FilesystemContext } from './facts';

type FilesystemEvent =
  { type: 'LOAD'; process: string } | { type: 'WRITE'; files: string } | { type: 'FILES'; files: string };

const asked = ({ event }: { event: FilesystemEvent }) => ({
  process: event.type === 'LOAD' ? event.process : '',
});
const written = ({ event }: { event: FilesystemEvent }) => ({
  files: event.type === 'WRITE' ? event.files : '[]',
});

/** The chart of a root file system. LOAD comes from a process that starts, WRITE from what was shipped. */
export const filesystemMachine = setup({
  types: {} as {
    context: FilesystemContext;
    events: FilesystemEvent;
    input: FilesystemContext;
    tags: StateTag;
  },
  actions: {
    keep: assign(({ event }) => (event.type === 'FILES' ? { files: event.files } : {})),
    load: byTheWorld,
    write: byTheWorld,
  },
}).createMachine({
  id: 'filesystem',
  context: ({ input }): FilesystemContext => ({ ...FILESYSTEM_DEFAULTS, ...input }),
  on: {
    LOAD: { actions: { type: 'load', params: asked } },
    FILES: { actions: 'keep' },
    WRITE: { actions: { type: 'write', params: written } },
  },
  initial: 'mounted',
  states: { mounted: {} },
});
