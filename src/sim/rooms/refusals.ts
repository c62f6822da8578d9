// Refusals that several rooms give, each a code with its data.
import type { EntityNumber, Reader } from '../engine/acts';
import type { Refusal } from '../engine/command';
import { NONE } from '../engine/facts';
import { lacksToStart, missingBytes, tightLevel } from './memory/claims';

/** Every code that the model refuses with; `src/words` has a sentence for each. */
export const REFUSAL_CODES = [
  'unknown-command',
  'unknown-target',
  'wrong-kind',
  'bad-argument',
  'already-down',
  'already-up',
  'not-up',
  'floor-down',
  'no-runtime',
  'runtime-down',
  'no-memory',
  'not-placed',
  'already-placed',
  'in-container',
  'not-type-1',
  'not-type-2',
  'over-limit',
  'migrating',
  'not-migrating',
  'same-place',
  'target-down',
  'other-product',
  'cpu-missing',
  'no-network',
  'mode-missing',
  'busy',
  'no-balloon',
  'guest-needs',
  'over-maximum',
  'not-heard',
  'stopping',
  'manages',
  'no-files',
  'no-file',
  'being-sent',
  'admitted',
  'no-vdisk',
  'vdisk-gone',
  'vdisk-busy',
  'vdisk-shared',
  'not-a-snapshot',
  'not-a-backup',
  'not-held',
  'disk-broken',
  'disk-full',
  'disk-elsewhere',
  'has-namespace',
  'not-docker',
  'quota-short',
  'limit-short',
  'no-image',
  'image-in-use',
  'no-manifest',
  'no-recipe',
  'no-builder',
  'builder-busy',
  'no-change',
  'no-advisory',
  'no-package',
  'no-fix',
] as const;

/** It is down already, or was never started. */
export function alreadyDown(reader: Reader, box: EntityNumber): Refusal {
  return { code: 'already-down', data: { box: reader.id(box), state: reader.state(box) } };
}

/** It is up already, or on its way. */
export function alreadyUp(reader: Reader, box: EntityNumber): Refusal {
  return { code: 'already-up', data: { box: reader.id(box), state: reader.state(box) } };
}

/** Refuses to end the domain that manages a machine by itself: that would be the end of the machine. */
export function unlessGuest(reader: Reader, vm: EntityNumber): Refusal | null {
  return reader.kind(vm) === 'vm' && reader.value(vm, 'manages') === true
    ? { code: 'manages', data: { box: reader.id(vm) } }
    : null;
}

/** Refuses unless the box is up. */
export function unlessUp(reader: Reader, box: EntityNumber): Refusal | null {
  return reader.has(box, 'up') ? null : alreadyDown(reader, box);
}

/** Refuses to end what is neither up nor starting. */
export function unlessAlive(reader: Reader, box: EntityNumber): Refusal | null {
  return isAlive(reader, box) ? null : alreadyDown(reader, box);
}

/** Refuses to stop what is neither alive nor waiting to be started again. */
export function unlessStoppable(reader: Reader, box: EntityNumber): Refusal | null {
  return reader.has(box, 'waiting') ? null : unlessAlive(reader, box);
}

/** Refuses to start what is up or starting already, or has no floor that is up. */
export function unlessStartable(reader: Reader, box: EntityNumber): Refusal | null {
  if (isAlive(reader, box)) return alreadyUp(reader, box);
  const floor = reader.floor(box);
  if (floor === NONE) return { code: 'not-placed', data: { box: reader.id(box) } };
  if (reader.has(floor, 'stopping'))
    return { code: 'stopping', data: { box: reader.id(box), floor: reader.id(floor) } };
  if (reader.has(floor, 'up')) return null;
  return { code: 'floor-down', data: { box: reader.id(box), floor: reader.id(floor) } };
}

/** A type 1 hypervisor is booted by its host's firmware: no service manager starts it. */
export function unlessStartedByOthers(reader: Reader, box: EntityNumber): Refusal | null {
  if (reader.kind(box) !== 'hypervisor' || reader.value(box, 'type') === 2) return null;
  return { code: 'not-type-2', data: { box: reader.id(box) } };
}

/** Refuses to start what its levels have no room for. */
export function unlessRoom(reader: Reader, box: EntityNumber): Refusal | null {
  if (reader.kind(box) === 'vm') {
    const lacks = lacksToStart(reader, box);
    return lacks && { code: 'no-memory', data: { box: reader.id(box), ...lacks } };
  }
  const neededBytes = missingBytes(reader, box);
  const tight = tightLevel(reader, box, neededBytes);
  if (tight === null) return null;
  return {
    code: 'no-memory',
    data: { box: reader.id(box), neededBytes, freeBytes: tight.freeBytes, where: reader.id(tight.level) },
  };
}

/** Whether a box is up or on its way. */
export function isAlive(reader: Reader, box: EntityNumber): boolean {
  return reader.has(box, 'up') || reader.has(box, 'starting');
}
