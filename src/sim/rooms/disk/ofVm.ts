// A VM whose disk is in the world: it is not started without it, boots from it, or goes on with memory kept on it.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { bootFloors } from '../host/effects';
import { claimReservation } from '../memory/claims';
import { setting } from '../settings';
import { imageOf, unlessDisk } from '../vm/disk';

/** A VM that starts tries its disk again, and reserves its memory; without its disk it is not started at all. */
function claimAll(acts: Acts, self: EntityNumber): void {
  const image = imageOf(acts, self);
  if (unlessDisk(acts, self) !== null) {
    acts.tell(self, 'vm.no-disk', { image: acts.id(image) });
    acts.send(self, { type: 'MEMORY.REFUSED' });
    return;
  }
  if (image !== NONE) acts.send(image, { type: 'RETRY' });
  claimReservation(acts, self);
}

/** Virtual firmware boots what is installed, unless the memory of that is being read back. */
function bootGuest(acts: Acts, self: EntityNumber): void {
  if (acts.value(self, 'ran') !== '') return;
  bootFloors(acts, self);
  if (imageOf(acts, self) !== NONE) mountRoot(acts, self, imageOf(acts, self));
}

/**
 * A kernel mounts its root from the disk of its VM: without a driver for that disk among those it was installed with
 * it panics ("VFS: Unable to mount root fs", Linux init/do_mounts.c).
 */
function mountRoot(acts: Acts, self: EntityNumber, image: EntityNumber): void {
  const drivers = (acts.value(image, 'drivers') as string).split(' ');
  const bus = acts.value(image, 'bus') as string;
  if (drivers.includes(bus)) return;
  for (const kernel of acts.above(self)) {
    acts.tell(kernel, 'kernel.no-root', { bus, release: acts.value(image, 'release') });
    acts.send(kernel, { type: 'PANIC' });
  }
}

/** What ran when the memory was kept goes on, without a boot. */
function resumeGuest(acts: Acts, self: EntityNumber): void {
  const ran = (acts.value(self, 'ran') as string).split(' ');
  for (const id of ran) acts.send(acts.find(id), { type: 'RESUMED' });
  acts.send(self, setting('ran', ''));
}

/** Effects of a VM that has a disk in the world, beside those of every VM or in their place. */
export const vmDiskEffects: Readonly<Record<string, Effect>> = {
  claimReservation: claimAll,
  bootFloors: bootGuest,
  resumeGuest,
};
