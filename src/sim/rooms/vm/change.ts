// The virtual machine with all that can be done to it beside starting and ending: moved, given another size or another
// share of CPU, its disk kept and put back.
import type { KindDefinition } from '../../engine/kind';
import type { CommandDefinition } from '../../engine/model';
import { vmDiskEffects } from '../disk/ofVm';
import { vm } from '.';
import { vmCpuCommands } from './cpuCommands';
import { arrive, endMigration, holdAtPeer, judgeRound, moveOff, switchOver } from './migration';
import { vmMoveCommands } from './moveCommands';
import { resize, vmMemoryCommands } from './resizing';

/** The kind `vm` with what its chart does when it is moved, given another size, or has a disk in the world. */
export const changeableVm: KindDefinition = {
  ...vm,
  effects: {
    ...vm.effects,
    resize,
    holdAtPeer,
    judgeRound,
    switchOver,
    arrive,
    moveOff,
    endMigration,
    ...vmDiskEffects,
  },
};

/** Virtual CPUs and their weight, moving, memory. */
export const vmChangeCommands: readonly CommandDefinition[] = [
  ...vmCpuCommands,
  ...vmMoveCommands,
  ...vmMemoryCommands,
];
