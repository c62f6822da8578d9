// Memory is charged level by level: container limit, VM reservation, a host's RAM.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { findNoRoom, NO_SIZE, type MemoryLevel } from '../../resources/memory';
import { chooseOomVictim } from '../kernel/rules';
import { setting } from '../settings';
import { below } from '../standing/fall';
import { NOTHING_TOUCHED } from '../vm/facts';
import { bootBytes, bytesLeft, isOvercommitted, noteUse } from './overcommit';

/** The level that is too small for a claim. */
export interface TightLevel {
  readonly level: EntityNumber;
  readonly sizeBytes: number;
  readonly freeBytes: number;
}

/** The bytes that a level gives to what stands on it, or null where it sets no limit. */
export function sizeOf(reader: Reader, level: EntityNumber): number | null {
  switch (reader.kind(level)) {
    case 'host':
    case 'vm':
      return reader.amount(level, 'memoryBytes');
    case 'container': {
      const limit = reader.amount(level, 'memoryLimitBytes');
      return limit === 0 ? null : limit;
    }
    default:
      return null;
  }
}

/** The first level, from the box downwards, that has no room for `more` bytes; null when all have. */
export function tightLevel(reader: Reader, self: EntityNumber, more: number): TightLevel | null {
  return tightUnder(reader, reader.floor(self), more);
}

/** As `tightLevel`, from a floor downwards: for what shall stand on it. */
export function tightUnder(reader: Reader, floor: EntityNumber, more: number): TightLevel | null {
  if (more <= 0) return null;
  const levels = levelsFrom(reader, floor);
  const noRoom = findNoRoom(levels, more);
  if (noRoom === null) return null;
  const { level, size } = levels[noRoom.level]!;
  return { level, sizeBytes: size, freeBytes: noRoom.freeBytes };
}

function levelsFrom(
  reader: Reader,
  floor: EntityNumber,
): readonly (MemoryLevel & { readonly level: EntityNumber })[] {
  const levels = [];
  for (let level = floor; level !== NONE; level = reader.floor(level)) {
    const size = sizeOf(reader, level) ?? NO_SIZE;
    const reserves = reader.kind(level) === 'vm';
    levels.push({ level, size, charged: reader.chargedBytes(level), reserves });
  }
  return levels;
}

/** What a box would need more than it holds now, to be up. */
export function missingBytes(reader: Reader, self: EntityNumber): number {
  return reader.amount(self, 'memoryBytes') - reader.heldBytes(self);
}

/**
 * A program, runtime or kernel takes the memory it needs. Where there is no room, the kernel's OOM choice
 * kills one of those who use that level, and the claim is made again; a kernel without room panics.
 */
export function claimMemory(acts: Acts, self: EntityNumber): void {
  claimMore(acts, self, missingBytes(acts, self));
}

/** As `claimMemory`, for so many bytes more than it holds, or fewer. */
export function claimMore(acts: Acts, self: EntityNumber, more: number): void {
  const tight = tightLevel(acts, self, more);
  if (tight === null) {
    acts.hold(self, acts.heldBytes(self) + more);
    noteUse(acts, self);
    return;
  }
  const kind = acts.kind(self);
  if (kind === 'process' || kind === 'runtime') runOut(acts, self, tight);
  else acts.send(self, { type: 'MEMORY.REFUSED' });
}

/**
 * The OOM killer at work at a level: it says whom it weighed, kills its choice (with memory.oom.group all of that
 * container), and `self` asks again. A program whose neighbours may not be killed either goes on waiting, or cannot
 * be loaded.
 */
export function runOut(acts: Acts, self: EntityNumber, tight: TightLevel): void {
  const { level, sizeBytes } = tight;
  const { weighed, points, victim } = chooseOomVictim(acts, self, usersOf(acts, level), tight);
  if (victim === NONE) {
    if (acts.heldBytes(self) === 0) acts.send(self, { type: 'OOM.KILL' });
    return;
  }
  acts.tell(below(acts, self, 'kernel'), 'kernel.out-of-memory', {
    level: acts.id(level),
    levelKind: acts.kind(level),
    sizeBytes,
    weighed: weighed.map((each) => acts.id(each)),
    points,
    victim: acts.id(victim),
  });
  const group = acts.floor(victim);
  const isContained = acts.kind(group) === 'container';
  if (isContained) acts.send(group, setting('oomKilled', true));
  const isGroup = isContained && acts.value(group, 'oomGroup') === true;
  const victims = isGroup ? weighed.filter((each) => acts.floor(each) === group) : [victim];
  for (const each of victims) acts.send(each, { type: 'OOM.KILL' });
  if (!victims.includes(self)) acts.send(self, { type: 'MEMORY.RETRY' });
}

/** Boxes whose memory is charged to a level; what is inside a VM is its own kernel's affair. */
function usersOf(reader: Reader, level: EntityNumber): EntityNumber[] {
  return reader
    .above(level)
    .flatMap((above) => (reader.kind(above) === 'vm' ? [] : [above, ...usersOf(reader, above)]));
}

/** What a VM lacks to start, and where; null when it may. */
export function lacksToStart(
  reader: Reader,
  self: EntityNumber,
): { readonly neededBytes: number; readonly freeBytes: number; readonly where: string } | null {
  const hypervisor = reader.floor(self);
  if (isOvercommitted(reader, hypervisor)) {
    const neededBytes = bootBytes(reader, self);
    const freeBytes = bytesLeft(reader, hypervisor);
    return neededBytes <= freeBytes ? null : { neededBytes, freeBytes, where: reader.id(hypervisor) };
  }
  const neededBytes = missingBytes(reader, self);
  const tight = tightLevel(reader, self, neededBytes);
  return tight && { neededBytes, freeBytes: tight.freeBytes, where: reader.id(tight.level) };
}

/**
 * A VM reserves all its memory before it starts, or is refused. Where memory is given as it is touched, what the
 * guest needs to boot must be there.
 */
export function claimReservation(acts: Acts, self: EntityNumber): void {
  const lacks = lacksToStart(acts, self);
  if (lacks !== null) {
    acts.tell(self, 'vm.refused', lacks);
    acts.send(self, { type: 'MEMORY.REFUSED' });
    return;
  }
  if (!isOvercommitted(acts, acts.floor(self))) acts.hold(self, acts.amount(self, 'memoryBytes'));
  acts.send(self, { type: 'MEMORY.GRANTED' });
}

/** A box that is down gives its memory back. */
export function releaseMemory(acts: Acts, self: EntityNumber): void {
  if (acts.heldBytes(self) === 0) return;
  giveBack(acts, self);
  noteUse(acts, self);
}

/** To whoever gave it; a kernel that panicked frees nothing any more: it stays taken until its machine is reset. */
function giveBack(acts: Acts, self: EntityNumber): void {
  const kernel = hungKernelUnder(acts, self);
  const bytes = acts.heldBytes(self);
  acts.hold(self, 0);
  if (kernel !== NONE) acts.hold(kernel, acts.heldBytes(kernel) + bytes);
}

/** The kernel that gave a box its memory, if that one is down and holds its own; what is in a VM is charged to the VM. */
function hungKernelUnder(reader: Reader, self: EntityNumber): EntityNumber {
  let floor = reader.floor(self);
  while (floor !== NONE && reader.kind(floor) !== 'kernel') {
    if (reader.kind(floor) === 'vm') return NONE;
    floor = reader.floor(floor);
  }
  const hangs = floor !== NONE && reader.has(floor, 'down') && reader.has(floor, 'holds-memory');
  return hangs ? floor : NONE;
}

/** A VM that is down gives back what it had, touched or reserved. */
export function releaseReservation(acts: Acts, self: EntityNumber): void {
  giveBack(acts, self);
  acts.send(self, { type: 'MEMORY.SETTLED', ...NOTHING_TOUCHED });
  const hypervisor = acts.floor(self);
  if (isOvercommitted(acts, hypervisor)) acts.send(hypervisor, { type: 'MEMORY.CHANGED' });
}
