// Door of the file system room.
import type { KindDefinition } from '../../engine/kind';
import { filesystemEffects } from './effects';
import { FILESYSTEM_DEFAULTS } from './facts';
import { filesystemMachine } from './filesystem.machine';

export { filesystemCommands } from './commands';

/** The kind `filesystem`: the files that the programs of one OS or container find. It falls with nothing. */
export const filesystem: KindDefinition = {
  kind: 'filesystem',
  machine: filesystemMachine,
  effects: filesystemEffects,
  defaults: FILESYSTEM_DEFAULTS,
  standsOn: [],
};
