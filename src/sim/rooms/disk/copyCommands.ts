// What may be asked about copies of a VM's disk: clones, backups, and a disk made from one again.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import type { CommandDefinition } from '../../engine/model';
import { oneOf, optional } from '../arguments';
import { alreadyUp, isAlive } from '../refusals';
import { imageOf } from '../vm/disk';
import { cloneOf } from './clones';
import { copy, exchange, freeName, nameOf, overlay, wholeBytes } from './files';
import { backingOf, isThere, layerOf } from './layers';
import { idOfKind, unlessDisk, unlessImage, unlessReaches, unlessReadable, unlessRoomOn } from './refusals';

/** How a VM is cloned: with a whole copy of its disk, or by a file over the same one. */
const CLONE_KINDS = ['full', 'linked'] as const;

/** What a linked clone is written over: what its VM is written over, if that file is still empty, or else that file. */
function baseOf(acts: Acts, vm: EntityNumber): EntityNumber {
  const written = imageOf(acts, vm);
  const below = backingOf(acts, written);
  if (layerOf(acts, written).length === 0 && below !== NONE && acts.state(below) === 'kept') return below;
  exchange(acts, written, overlay(acts, written, acts.id(vm)));
  acts.send(written, { type: 'FREEZE', use: 'base' });
  return written;
}

function clone(acts: Acts, vm: EntityNumber, kind: string): void {
  const base = kind === 'linked' ? baseOf(acts, vm) : NONE;
  const made = cloneOf(acts, vm);
  const of = acts.id(made);
  const model = imageOf(acts, vm);
  const file =
    base === NONE
      ? copy(acts, model, acts.floor(model), { use: 'written', of, name: freeFileName(acts, made) })
      : overlay(acts, base, of);
  exchangeIn(acts, made, model, file);
  acts.tell(made, 'vm.cloned', { from: acts.id(vm), kind });
}

/** A VM's first file is called as the VM, if no other one is. */
function freeFileName(reader: Reader, vm: EntityNumber): string {
  const name = nameOf(reader, vm);
  return reader.find(`vdisk/${name}`) === NONE ? name : freeName(reader, 'vdisk', name, 1);
}

/** In a clone, what needed the disk of the VM it was made of needs its own. */
function exchangeIn(acts: Acts, box: EntityNumber, before: EntityNumber, after: EntityNumber): void {
  if (acts.needs(box).includes(before)) {
    acts.forget(box, before);
    acts.need(box, after);
  }
  for (const above of acts.above(box)) exchangeIn(acts, above, before, after);
}

function restore(acts: Acts, vm: EntityNumber, backup: EntityNumber, disk: EntityNumber): void {
  const before = imageOf(acts, vm);
  const name = freeName(acts, 'vdisk', nameOf(acts, vm), 1);
  exchange(acts, before, copy(acts, backup, disk, { use: 'written', of: acts.id(vm), name }));
  if (isThere(acts, before)) acts.send(before, { type: 'DELETE' });
  acts.tell(vm, 'vm.restored', { backup: acts.id(backup) });
}

/** Clones, backups and disks made from them. */
export const copyCommands: readonly CommandDefinition[] = [
  {
    name: 'clone-vm',
    on: ['vm'],
    args: { kind: optional(oneOf(...CLONE_KINDS)) },
    refuse: (reader, vm, args) => {
      const refusal = unlessImage(reader, vm);
      if (refusal !== null || args['kind'] === 'linked') return refusal;
      const image = imageOf(reader, vm);
      return unlessRoomOn(reader, reader.floor(image), wholeBytes(reader, image));
    },
    does: (acts, vm, args) => clone(acts, vm, (args['kind'] as string | undefined) ?? 'full'),
    events: () => [],
  },
  {
    name: 'back-up',
    on: ['vm'],
    args: { to: idOfKind('disk') },
    refuse: (reader, vm, args) => {
      const disk = reader.find(args['to'] as string);
      return (
        unlessImage(reader, vm) ??
        unlessDisk(reader, disk) ??
        unlessRoomOn(reader, disk, wholeBytes(reader, imageOf(reader, vm)))
      );
    },
    does: (acts, vm, args) => {
      const name = freeName(acts, 'vdisk', `${nameOf(acts, vm)}-backup`, 1);
      const made = { use: 'backup' as const, of: acts.id(vm), name };
      copy(acts, imageOf(acts, vm), acts.find(args['to'] as string), made);
    },
    events: () => [],
  },
  {
    name: 'restore',
    on: ['vm'],
    args: { backup: idOfKind('vdisk'), to: idOfKind('disk') },
    refuse: (reader, vm, args) => {
      const backup = reader.find(args['backup'] as string);
      const disk = reader.find(args['to'] as string);
      return (
        (isAlive(reader, vm) ? alreadyUp(reader, vm) : null) ??
        unlessBackup(reader, vm, backup) ??
        unlessReadable(reader, backup) ??
        unlessDisk(reader, disk) ??
        unlessReaches(reader, vm, reader.floor(vm), disk) ??
        unlessRoomOn(reader, disk, wholeBytes(reader, backup))
      );
    },
    does: (acts, vm, args) =>
      restore(acts, vm, acts.find(args['backup'] as string), acts.find(args['to'] as string)),
    events: () => [],
  },
];

function unlessBackup(reader: Reader, vm: EntityNumber, image: EntityNumber) {
  const box = reader.id(image);
  const isOne = reader.value(image, 'use') === 'backup' && reader.value(image, 'of') === reader.id(vm);
  if (imageOf(reader, vm) === NONE) return { code: 'no-vdisk', data: { box: reader.id(vm) } };
  return isOne ? null : { code: 'not-a-backup', data: { box, vm: reader.id(vm) } };
}
