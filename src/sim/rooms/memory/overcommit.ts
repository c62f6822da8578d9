// A hypervisor that gives a VM memory only as the guest touches it: what it does when it has promised more than it has.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { scannedPerSecond } from '../../resources/pages';
import {
  afterSecond,
  canGive,
  coresWhileSwapped,
  shortage,
  swappedBytes,
  used,
  wantedBytes,
  type Guest,
  type Means,
} from '../../resources/reclaim';
import { CORE } from '../../resources/units';
import { below } from '../standing/fall';
import { NOTHING_TOUCHED } from '../vm/facts';

/** Whether the VMs of a hypervisor take memory only as they touch it. */
export function isOvercommitted(reader: Reader, hypervisor: EntityNumber): boolean {
  return reader.value(hypervisor, 'overcommit') === true;
}

/** Memory under a box changed: if it is in a VM of such a hypervisor, that one looks again. */
export function noteUse(acts: Acts, self: EntityNumber): void {
  const vm = below(acts, self, 'vm');
  if (vm !== NONE && isOvercommitted(acts, acts.floor(vm)))
    acts.send(acts.floor(vm), { type: 'MEMORY.CHANGED' });
}

/** Bytes that a guest needs to boot: those of its kernel with the services. */
export function bootBytes(reader: Reader, vm: EntityNumber): number {
  return reader.above(vm).reduce((sum, above) => sum + reader.amount(above, 'memoryBytes'), 0);
}

/** Bytes that are left for one more guest: memory that nobody wants, and swap. */
export function bytesLeft(reader: Reader, hypervisor: EntityNumber): number {
  const { guests, roomBytes } = stateOf(reader, hypervisor);
  const wanted = guests.reduce((sum, guest) => sum + wantedBytes(guest), 0);
  return Math.max(0, roomBytes + reader.amount(hypervisor, 'swapBytes') - wanted);
}

/** A second has passed: the scanner and the balloons got on, and what there is then is shared out anew. */
export function reclaimStep(acts: Acts, self: EntityNumber): void {
  if (!isOvercommitted(acts, self)) {
    reserveAll(acts, self);
    return;
  }
  const state = stateOf(acts, self);
  const guests = nextSecond(acts, self, state, state.guests);
  const ended = tellBalloons(acts, self, state, guests);
  // A balloon that has what it was to take says so, and has it shared out.
  if (!ended) acts.send(self, { type: 'MEMORY.CHANGED' });
}

function nextSecond(reader: Reader, self: EntityNumber, state: State, guests: readonly Guest[]): Guest[] {
  return afterSecond(guests, state.means, state.roomBytes, scanned(reader, self));
}

/** Each VM hears what its balloon has, and whether it takes more in the next second. Answers whether one that took has ended. */
function tellBalloons(acts: Acts, self: EntityNumber, state: State, guests: readonly Guest[]): boolean {
  const next = nextSecond(acts, self, state, guests);
  let ended = false;
  state.vms.forEach((vm, index) => {
    const { balloonBytes, mergedBytes } = guests[index]!;
    const ballooning = next[index]!.balloonBytes > balloonBytes;
    if (!ballooning && acts.value(vm, 'ballooning') === true) ended = true;
    acts.send(vm, { type: 'BALLOON', balloonBytes, mergedBytes, ballooning });
  });
  return ended;
}

interface State {
  readonly vms: readonly EntityNumber[];
  readonly guests: readonly Guest[];
  readonly means: readonly Means[];
  readonly roomBytes: number;
}

function stateOf(reader: Reader, self: EntityNumber): State {
  const vms = runningOn(reader, self);
  const means = vms.map((vm) => meansOf(reader, vms, vm));
  const guests = vms.map((vm, index) => guestOf(reader, vm, means[index]!.mergeableBytes));
  return { vms, guests, means, roomBytes: roomOf(reader, self).roomBytes };
}

function guestOf(reader: Reader, vm: EntityNumber, mergeableBytes: number): Guest {
  const before: Guest = {
    touchedBytes: reader.amount(vm, 'touchedBytes'),
    neededBytes: 0,
    balloonBytes: reader.amount(vm, 'balloonBytes'),
    mergedBytes: reader.amount(vm, 'mergedBytes'),
  };
  return used(before, reader.chargedBytes(vm), mergeableBytes);
}

/** The first guest of those with equal pages keeps the copy that all others share. */
function meansOf(reader: Reader, vms: readonly EntityNumber[], vm: EntityNumber): Means {
  const image = reader.value(vm, 'image');
  const keeper = vms.find((other) => reader.value(other, 'image') === image);
  return {
    balloonBytesPerSecond:
      reader.value(vm, 'balloon') === true ? reader.amount(vm, 'balloonBytesPerSecond') : 0,
    mergeableBytes: image === null || keeper === vm ? 0 : reader.amount(vm, 'imageBytes'),
  };
}

/** What the levels below leave to all guests together, and the level that leaves the least. */
export function roomOf(
  reader: Reader,
  self: EntityNumber,
): { readonly roomBytes: number; readonly where: string } {
  // A VM that is going down has not given its memory back yet, but will in this instant.
  const held = reader.above(self).reduce((sum, vm) => sum + reader.heldBytes(vm), 0);
  let roomBytes = Infinity;
  let where = '';
  for (let level = reader.floor(self); level !== NONE; level = reader.floor(level)) {
    const kind = reader.kind(level);
    if (kind !== 'host' && kind !== 'vm') continue;
    const room = reader.amount(level, 'memoryBytes') - reader.chargedBytes(level) + held;
    if (room < roomBytes) {
      roomBytes = room;
      where = reader.id(level);
    }
    if (kind === 'vm') break;
  }
  return { roomBytes, where };
}

/** What all VMs that are on would reserve as a whole. */
export function fullReservations(reader: Reader, self: EntityNumber): number {
  return runningOn(reader, self).reduce((sum, vm) => sum + reader.amount(vm, 'memoryBytes'), 0);
}

function runningOn(reader: Reader, self: EntityNumber): EntityNumber[] {
  return reader.above(self).filter((above) => reader.has(above, 'holds-memory'));
}

function scanned(reader: Reader, self: EntityNumber): number {
  return scannedPerSecond(reader.amount(self, 'pagesToScan'), reader.amount(self, 'scanSleepMs'));
}

/** Gives each guest what there is, now. */
export function reclaim(acts: Acts, self: EntityNumber): void {
  if (!isOvercommitted(acts, self)) {
    reserveAll(acts, self);
    return;
  }
  const state = stateOf(acts, self);
  const { vms, guests, means, roomBytes } = state;
  if (shortage(guests, roomBytes) > acts.amount(self, 'swapBytes')) {
    killLargest(acts, vms, guests);
    return;
  }
  const swapped = swappedBytes(guests, roomBytes);
  const all = swapped.reduce((sum, bytes) => sum + bytes, 0);
  const perSecond = acts.amount(self, 'swapBytesPerSecond');
  const begins = vms.some((vm, index) => swapped[index]! > 0 && acts.amount(vm, 'swappedBytes') === 0);
  vms.forEach((vm, index) => {
    const { touchedBytes, balloonBytes, mergedBytes } = guests[index]!;
    const touch = acts.amount(vm, 'touchBytesPerSecond');
    acts.hold(vm, wantedBytes(guests[index]!) - swapped[index]!);
    acts.send(vm, {
      type: 'MEMORY.SETTLED',
      touchedBytes,
      balloonBytes,
      mergedBytes,
      swappedBytes: swapped[index]!,
      swapCapMicro: swapped[index] === 0 ? 0 : coresWhileSwapped(touchedBytes, all, perSecond, touch, CORE),
    });
  });
  tellBalloons(acts, self, state, guests);
  const goesOn = all > 0 || canGive(guests, means, roomBytes, scanned(acts, self));
  // A VM that begins to be swapped says so, and makes it go on.
  if (!begins) acts.send(self, { type: goesOn ? 'RECLAIM' : 'RECLAIM.DONE' });
}

/** Neither memory nor swap is left: the host ends the VM that has the most, as its OOM killer does a process. */
function killLargest(acts: Acts, vms: readonly EntityNumber[], guests: readonly Guest[]): void {
  let largest = 0;
  guests.forEach((guest, index) => {
    if (wantedBytes(guest) > wantedBytes(guests[largest]!)) largest = index;
  });
  acts.send(vms[largest]!, { type: 'OOM.KILL' });
}

/** Overcommit was switched off: each VM reserves all that it was given. */
function reserveAll(acts: Acts, self: EntityNumber): void {
  for (const vm of runningOn(acts, self)) {
    acts.hold(vm, acts.amount(vm, 'memoryBytes'));
    acts.send(vm, { type: 'MEMORY.SETTLED', ...NOTHING_TOUCHED });
  }
  acts.send(self, { type: 'RECLAIM.DONE' });
}
