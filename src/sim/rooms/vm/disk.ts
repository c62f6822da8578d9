// What every VM has to do with its disk, if that is in the world: it needs it to start, and stands still when it is full.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';

/** The image file that a VM writes to, or NONE for one whose disk is not in the world. */
export function imageOf(reader: Reader, vm: EntityNumber): EntityNumber {
  return reader.needs(vm).find((other) => reader.kind(other) === 'vdisk') ?? NONE;
}

/** Refuses to start a VM whose disk is lost, or not copied yet. */
export function unlessDisk(reader: Reader, vm: EntityNumber): Refusal | null {
  const image = imageOf(reader, vm);
  if (image === NONE || reader.has(image, 'up') || reader.has(image, 'waiting')) return null;
  return {
    code: reader.has(image, 'starting') ? 'vdisk-busy' : 'vdisk-gone',
    data: { box: reader.id(image) },
  };
}

/** A VM that runs looks whether its disk takes what it writes: QEMU's `werror=enospc` lets it stand still if not. */
export function checkDisk(acts: Acts, self: EntityNumber): void {
  if (isHeldUp(acts, self)) acts.send(self, { type: 'DISK.FULL' });
}

/** Whether what it writes finds no room. */
export function isHeldUp(reader: Reader, vm: EntityNumber): boolean {
  const image = imageOf(reader, vm);
  return image !== NONE && reader.has(image, 'waiting');
}
