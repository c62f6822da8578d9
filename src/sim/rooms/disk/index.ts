// Door of the disk room.
import type { KindDefinition } from '../../engine/kind';
import { diskMachine } from './disk.machine';
import { diskEffects, imageEffects } from './effects';
import { DISK_DEFAULTS, IMAGE_DEFAULTS } from './facts';
import { vdiskMachine } from './vdisk.machine';

export { diskCommands } from './commands';

/** The kind `disk`: what image files lie on. It keeps them without power; nobody repairs one that broke. */
export const disk: KindDefinition = {
  kind: 'disk',
  machine: diskMachine,
  effects: diskEffects,
  defaults: DISK_DEFAULTS,
  standsOn: [],
  sizeField: 'capacityBytes',
};

/** The kind `vdisk`: a file that a VM sees as its disk, or a part of one. */
export const vdisk: KindDefinition = {
  kind: 'vdisk',
  machine: vdiskMachine,
  effects: imageEffects,
  defaults: IMAGE_DEFAULTS,
  standsOn: ['disk'],
  waitOf: (reader, self) =>
    reader.has(self, 'starting')
      ? { condition: 'copy', who: reader.id(self), at: reader.due(self) }
      : reader.state(self) === 'full'
        ? { condition: 'room', who: reader.id(reader.floor(self)), at: null }
        : null,
};
