// Why nothing can be done with a disk or an image file: each with the box that stands in the way, or what is missing.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';
import type { ArgumentRule } from '../../engine/model';
import { below } from '../standing/fall';
import { imageOf } from '../vm/disk';
import { filesOf, freeOn, hostOf, isThere, reaches } from './layers';

/** The id of a box of a kind. */
export function idOfKind(kind: string): ArgumentRule {
  return {
    wanted: `the id of a box of the kind ${kind}`,
    accepts: (value, reader) => typeof value === 'string' && isOfKind(reader, reader.find(value), kind),
  };
}

function isOfKind(reader: Reader, box: EntityNumber, kind: string): boolean {
  return box !== NONE && reader.kind(box) === kind;
}

/** Refuses where a VM's disk is not in the world, is lost, or is being copied; or nobody is there to do it. */
export function unlessImage(reader: Reader, vm: EntityNumber): Refusal | null {
  const image = imageOf(reader, vm);
  const box = reader.id(vm);
  if (image === NONE) return { code: 'no-vdisk', data: { box } };
  const hypervisor = reader.floor(vm);
  if (!reader.has(hypervisor, 'up'))
    return { code: 'floor-down', data: { box, floor: reader.id(hypervisor) } };
  return unlessReadable(reader, image);
}

/** Refuses to read a file that is lost or deleted, that is not copied yet, or whose disk lies in a host that is down. */
export function unlessReadable(reader: Reader, image: EntityNumber): Refusal | null {
  const box = reader.id(image);
  if (!isThere(reader, image)) return { code: 'vdisk-gone', data: { box, state: reader.state(image) } };
  if (reader.has(image, 'starting')) return { code: 'vdisk-busy', data: { box } };
  return unlessDisk(reader, reader.floor(image));
}

/** Refuses to use a disk that broke, or that lies in a host that is down. */
export function unlessDisk(reader: Reader, disk: EntityNumber): Refusal | null {
  const box = reader.id(disk);
  if (!reader.has(disk, 'up')) return { code: 'disk-broken', data: { box } };
  const host = hostOf(reader, disk);
  if (host === NONE || reader.has(host, 'up')) return null;
  return { code: 'floor-down', data: { box, floor: reader.id(host) } };
}

/** Refuses what a disk has no room for, and says how much is missing. */
export function unlessRoomOn(reader: Reader, disk: EntityNumber, neededBytes: number): Refusal | null {
  const freeBytes = freeOn(reader, disk);
  if (neededBytes <= freeBytes) return null;
  const overBytes = neededBytes - freeBytes;
  return { code: 'disk-full', data: { box: reader.id(disk), neededBytes, freeBytes, overBytes } };
}

/** Refuses to have a VM's disk where its host cannot reach it. */
export function unlessReaches(
  reader: Reader,
  vm: EntityNumber,
  hypervisor: EntityNumber,
  disk: EntityNumber,
): Refusal | null {
  if (reaches(reader, below(reader, hypervisor, 'host'), disk)) return null;
  const where = reader.id(hypervisor);
  return { code: 'disk-elsewhere', data: { box: reader.id(vm), disk: reader.id(disk), where } };
}

/** Refuses what is no snapshot of a VM's disk, or is one no more. */
export function unlessSnapshot(reader: Reader, vm: EntityNumber, image: EntityNumber): Refusal | null {
  const box = reader.id(image);
  if (!isThere(reader, image)) return { code: 'vdisk-gone', data: { box, state: reader.state(image) } };
  if (reader.state(image) === 'merged') return { code: 'vdisk-busy', data: { box } };
  const isOne = reader.value(image, 'use') === 'snapshot' && reader.value(image, 'of') === reader.id(vm);
  return isOne ? null : { code: 'not-a-snapshot', data: { box, vm: reader.id(vm) } };
}

/** Refuses to move a VM away from a disk that the other host does not reach: disks are not moved. */
export function unlessDiskReaches(reader: Reader, vm: EntityNumber, to: EntityNumber): Refusal | null {
  const image = imageOf(reader, vm);
  if (image === NONE || !isThere(reader, image)) return null;
  for (const file of filesOf(reader, image)) {
    const refusal = unlessReaches(reader, vm, to, reader.floor(file));
    if (refusal !== null) return refusal;
  }
  return null;
}
