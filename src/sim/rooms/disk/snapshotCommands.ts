// What may be asked about snapshots: taking one, with the memory or without, going back to it, deleting it.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import type { MachineEvent } from '../../engine/compile/table';
import type { CommandDefinition } from '../../engine/model';
import { CLUSTER, clustersOf, lacking } from '../../resources/images';
import { onOff, optional } from '../arguments';
import { isAlive } from '../refusals';
import { everythingAbove } from '../standing/fall';
import { unlessStill } from '../vm/moveCommands';
import { imageOf } from '../vm/disk';
import { exchange, overlay, writeMs } from './files';
import { filesOver, isThere, layerOf } from './layers';
import { idOfKind, unlessImage, unlessReadable, unlessRoomOn, unlessSnapshot } from './refusals';

/** Memory that a snapshot keeps: what the guest has in use. */
const stateOf = (reader: Reader, vm: EntityNumber) => reader.chargedBytes(vm);

/** The kernel and the programs that run in a VM, floors first: what goes on when its memory is read back. */
function running(reader: Reader, vm: EntityNumber): string {
  const boxes = everythingAbove(reader, vm).filter(
    (box) => reader.has(box, 'up') && ['kernel', 'process'].includes(reader.kind(box)),
  );
  return boxes.map((box) => reader.id(box)).join(' ');
}

/** The file that was written is kept as it is; a new one is written from now on. */
function takeSnapshot(acts: Acts, vm: EntityNumber, memory: boolean): void {
  const kept = imageOf(acts, vm);
  const before = acts.chargedBytes(acts.floor(kept));
  const next = overlay(acts, kept, acts.id(vm));
  // Where there was no room there is none now.
  if (acts.has(kept, 'waiting')) acts.send(next, { type: 'FULL' });
  exchange(acts, kept, next);
  const stateBytes = memory ? stateOf(acts, vm) : 0;
  if (memory) {
    acts.hold(kept, acts.heldBytes(kept) + stateBytes);
    acts.send(kept, { type: 'NOTE', change: { stateBytes, ran: running(acts, vm) } });
  }
  acts.send(kept, { type: 'FREEZE', use: 'snapshot' });
  const usedBytes = acts.chargedBytes(acts.floor(kept));
  acts.tell(vm, 'vm.snapshot-taken', {
    snapshot: acts.id(kept),
    stateBytes,
    usedBytes,
    addedBytes: usedBytes - before,
  });
}

/** A new file is written over the snapshot; the one that was written is gone, newer snapshots stay. */
function rollBack(acts: Acts, vm: EntityNumber, snapshot: EntityNumber): void {
  const written = imageOf(acts, vm);
  const lostBytes = acts.heldBytes(written);
  exchange(acts, written, overlay(acts, snapshot, acts.id(vm)));
  acts.send(written, { type: 'DELETE' });
  acts.tell(vm, 'vm.rolled-back', { snapshot: acts.id(snapshot), lostBytes });
}

/** A VM is switched off for it; with memory it goes on from there. */
function afterRollBack(reader: Reader, vm: EntityNumber, snapshot: EntityNumber): readonly MachineEvent[] {
  const stop = isAlive(reader, vm) ? [{ type: 'STOP' }] : [];
  const stateBytes = reader.amount(snapshot, 'stateBytes');
  if (stateBytes === 0) return stop;
  const stillMs = writeMs(reader, reader.floor(snapshot), stateBytes);
  return [...stop, { type: 'READ.BACK', stillMs, ran: reader.value(snapshot, 'ran') }];
}

/** The one file over a snapshot takes its clusters in; where nothing is written over it, it is only deleted. */
function deleteSnapshot(acts: Acts, snapshot: EntityNumber): void {
  const [over] = filesOver(acts, snapshot);
  if (over === undefined) {
    acts.send(snapshot, { type: 'DELETE' });
    return;
  }
  const workMs = writeMs(acts, acts.floor(snapshot), clustersOf(layerOf(acts, over)) * CLUSTER);
  acts.send(snapshot, { type: 'MERGE', workMs, spareBytes: spareOf(acts, snapshot, over) });
}

/** Both files are there until one has taken in the other: clusters that are in the newer alone are there twice. */
function spareOf(reader: Reader, snapshot: EntityNumber, over: EntityNumber): number {
  return clustersOf(lacking(layerOf(reader, over), layerOf(reader, snapshot))) * CLUSTER;
}

const snapshotId = idOfKind('vdisk');

/** Snapshots of a VM. */
export const snapshotCommands: readonly CommandDefinition[] = [
  {
    name: 'take-snapshot',
    on: ['vm'],
    args: { memory: optional(onOff) },
    refuse: (reader, vm, args) => {
      const refusal = unlessImage(reader, vm);
      if (refusal !== null || args['memory'] !== true) return refusal;
      const disk = reader.floor(imageOf(reader, vm));
      return unlessStill(reader, vm) ?? unlessRoomOn(reader, disk, stateOf(reader, vm));
    },
    does: (acts, vm, args) => takeSnapshot(acts, vm, args['memory'] === true),
    events: (reader, vm, args) =>
      args['memory'] === true
        ? [{ type: 'SAVE', stillMs: writeMs(reader, reader.floor(imageOf(reader, vm)), stateOf(reader, vm)) }]
        : [],
  },
  {
    name: 'roll-back',
    on: ['vm'],
    args: { to: snapshotId },
    refuse: (reader, vm, args) => {
      const snapshot = reader.find(args['to'] as string);
      return (
        unlessImage(reader, vm) ??
        unlessSnapshot(reader, vm, snapshot) ??
        (reader.has(vm, 'up') && reader.state(vm) !== 'up.held' ? unlessStill(reader, vm) : null)
      );
    },
    does: (acts, vm, args) => rollBack(acts, vm, acts.find(args['to'] as string)),
    events: (reader, vm, args) => afterRollBack(reader, vm, reader.find(args['to'] as string)),
  },
  {
    name: 'delete-snapshot',
    on: ['vm'],
    args: { snapshot: snapshotId },
    refuse: (reader, vm, args) => {
      const snapshot = reader.find(args['snapshot'] as string);
      return unlessSnapshot(reader, vm, snapshot) ?? unlessMergeable(reader, snapshot);
    },
    does: (acts, _vm, args) => deleteSnapshot(acts, acts.find(args['snapshot'] as string)),
    events: () => [],
  },
];

/** Refuses where several files are written over a snapshot, or where there is no room to make two files one. */
function unlessMergeable(reader: Reader, snapshot: EntityNumber) {
  const unreadable = unlessReadable(reader, snapshot);
  const [over, ...others] = filesOver(reader, snapshot);
  if (unreadable !== null || over === undefined) return unreadable;
  const box = reader.id(snapshot);
  if (others.length > 0) return { code: 'vdisk-shared', data: { box, files: others.length + 1 } };
  if (!isThere(reader, over) || reader.state(over) === 'merged')
    return { code: 'vdisk-busy', data: { box: reader.id(over) } };
  return unlessRoomOn(reader, reader.floor(snapshot), spareOf(reader, snapshot, over));
}
