// A VM's memory changed while it runs: a balloon takes what the guest does not need, hot-add gives more.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import type { CommandDefinition } from '../../engine/model';
import { timeToSend } from '../../resources/migration';
import { GIBIBYTE } from '../../resources/units';
import { whole } from '../arguments';
import { tightUnder } from '../memory/claims';
import { isOvercommitted } from '../memory/overcommit';
import { isAlive } from '../refusals';
import { setting } from '../settings';
import { unlessStill } from './moveCommands';

const MICROS_PER_MS = 1_000;
/** More than any host has. */
const MOST_BYTES = 16_384 * GIBIBYTE;

/** A new size of a running VM: what it shall be, and how long that takes. */
export interface Resizing {
  readonly targetBytes: number;
  readonly resizeMs: number;
}

/** A size that was reached. */
export interface Resized {
  readonly memoryBytes: number;
}

/** What is left in the guest when the balloon is as large as it can be: it takes nothing that the guest needs. */
export function resize(acts: Acts, self: EntityNumber): void {
  const memoryBytes = Math.max(acts.amount(self, 'targetBytes'), acts.chargedBytes(self));
  const hypervisor = acts.floor(self);
  const more = memoryBytes - acts.amount(self, 'memoryBytes');
  const overcommitted = isOvercommitted(acts, hypervisor);
  // The host may have given the memory away since the command; then the VM stays as it is.
  if (!overcommitted && tightUnder(acts, hypervisor, more) !== null) return;
  if (!overcommitted) acts.hold(self, memoryBytes);
  acts.send(self, { type: 'RESIZED', memoryBytes });
}

/** A VM that is off takes any size; one that runs only what its balloon, its maximum and its host allow. */
export const vmMemoryCommands: readonly CommandDefinition[] = [
  {
    name: 'set-vm-memory',
    on: ['vm'],
    args: { bytes: whole(1, MOST_BYTES) },
    refuse: (reader, self, args) => refusalOf(reader, self, args['bytes'] as number),
    events: (reader, self, args) => {
      const targetBytes = args['bytes'] as number;
      if (!isAlive(reader, self)) return [setting('memoryBytes', targetBytes)];
      const fewer = Math.max(0, reader.amount(self, 'memoryBytes') - targetBytes);
      const resizeMs = timeToSend(fewer, reader.amount(self, 'balloonBytesPerSecond')) / MICROS_PER_MS;
      return [{ type: 'RESIZE', targetBytes, resizeMs }];
    },
    sets: 'memoryBytes',
  },
];

function refusalOf(reader: Reader, self: EntityNumber, bytes: number): Refusal | null {
  if (!isAlive(reader, self)) return null;
  if (!reader.has(self, 'up')) return { code: 'not-up', data: { box: reader.id(self) } };
  const more = bytes - reader.amount(self, 'memoryBytes');
  return (
    unlessStill(reader, self) ??
    (more < 0 ? unlessGuestGives(reader, self, bytes) : unlessHostGives(reader, self, bytes, more))
  );
}

function unlessGuestGives(reader: Reader, self: EntityNumber, bytes: number): Refusal | null {
  const box = reader.id(self);
  const hasBalloon =
    reader.value(self, 'balloon') === true && reader.amount(self, 'balloonBytesPerSecond') > 0;
  if (!hasBalloon) return { code: 'no-balloon', data: { box } };
  const neededBytes = reader.chargedBytes(self);
  if (bytes >= neededBytes) return null;
  return { code: 'guest-needs', data: { box, neededBytes, overBytes: neededBytes - bytes } };
}

function unlessHostGives(reader: Reader, self: EntityNumber, bytes: number, more: number): Refusal | null {
  const box = reader.id(self);
  const mostBytes = Math.max(reader.amount(self, 'maxMemoryBytes'), reader.amount(self, 'memoryBytes'));
  if (bytes > mostBytes)
    return { code: 'over-maximum', data: { box, mostBytes, overBytes: bytes - mostBytes } };
  const hypervisor = reader.floor(self);
  const tight = isOvercommitted(reader, hypervisor) ? null : tightUnder(reader, hypervisor, more);
  if (tight === null) return null;
  const { freeBytes, level } = tight;
  return { code: 'no-memory', data: { box, neededBytes: more, freeBytes, where: reader.id(level) } };
}
