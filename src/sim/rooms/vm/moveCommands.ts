// What may be asked about moving a VM: live, cold, and how.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import type { Scalar } from '../../engine/fact';
import { NONE } from '../../engine/facts';
import type { ArgumentRule, CommandDefinition } from '../../engine/model';
import { GIBIBYTE } from '../../resources/units';
import { oneOf, optional, whole } from '../arguments';
import { tightUnder } from '../memory/claims';
import { bytesLeft, isOvercommitted } from '../memory/overcommit';
import { unlessDiskReaches } from '../disk/refusals';
import { alreadyUp, isAlive, unlessGuest, unlessUp } from '../refusals';
import { setting } from '../settings';
import { bytesAtPeer, firstChange, networkBetween } from './migration';
import { MIGRATION_MODES } from './moving';
import { unlessTooManyVcpus } from './mostVcpus';
import { cpuSeen, unlessCpu } from './cpuTypes';

const hypervisorId: ArgumentRule = {
  wanted: 'the id of a hypervisor',
  accepts: (value, reader) => {
    const box = typeof value === 'string' ? reader.find(value) : NONE;
    return box !== NONE && reader.kind(box) === 'hypervisor';
  },
};

/** Live migration, its end, how it is done, and moving a VM that is off. */
export const vmMoveCommands: readonly CommandDefinition[] = [
  {
    name: 'migrate-vm',
    on: ['vm'],
    args: { to: hypervisorId, mode: optional(oneOf(...MIGRATION_MODES)) },
    refuse: (reader, self, args) => {
      const to = reader.find(args['to'] as string);
      return (
        unlessUp(reader, self) ??
        unlessStill(reader, self) ??
        unlessElsewhere(reader, self, to) ??
        unlessSameProduct(reader, self, to) ??
        unlessMode(reader, self, args['mode']) ??
        unlessCpu(reader, self, to) ??
        unlessNetwork(reader, self, to) ??
        unlessDiskReaches(reader, self, to) ??
        unlessRoomAt(reader, self, to)
      );
    },
    events: (reader, self, args) => {
      const peer = reader.find(args['to'] as string);
      const mode = (args['mode'] as string | undefined) ?? 'pre-copy';
      const change = {
        ...firstChange(reader, self, peer, mode),
        peer: reader.id(peer),
        peerBytes: bytesAtPeer(reader, self, peer),
        mode,
        seenCpu: cpuSeen(reader, self),
      };
      return [{ type: 'MIGRATE', change }];
    },
  },
  {
    name: 'cancel-migration',
    on: ['vm'],
    refuse: (reader, self) =>
      reader.value(self, 'peer') !== null && reader.state(self) === 'up.migrating.copying'
        ? null
        : { code: 'not-migrating', data: { box: reader.id(self) } },
    events: () => [{ type: 'MIGRATION.CANCEL' }],
  },
  {
    name: 'set-migration-mode',
    on: ['vm'],
    args: { mode: oneOf(...MIGRATION_MODES) },
    refuse: (reader, self, args) =>
      reader.value(self, 'peer') === null
        ? { code: 'not-migrating', data: { box: reader.id(self) } }
        : unlessMode(reader, self, args['mode']),
    events: (_reader, _self, args) => [setting('mode', args['mode'] ?? 'pre-copy')],
    sets: 'mode',
  },
  {
    name: 'set-dirty-rate',
    on: ['vm'],
    args: { bytes: whole(0, 64 * GIBIBYTE) },
    events: (_reader, _self, args) => [setting('dirtyBytesPerSecond', args['bytes'] ?? 0)],
    sets: 'dirtyBytesPerSecond',
  },
  {
    name: 'move-vm',
    on: ['vm'],
    args: { to: hypervisorId },
    refuse: (reader, self, args) => {
      if (isAlive(reader, self)) return alreadyUp(reader, self);
      const to = reader.find(args['to'] as string);
      return (
        unlessElsewhere(reader, self, to) ??
        unlessTooManyVcpus(reader, self, to, reader.amount(self, 'vcpus')) ??
        unlessDiskReaches(reader, self, to)
      );
    },
    events: (_reader, _self, args) => [{ type: 'MOVE', change: { peer: args['to'] } }],
  },
];

/** Refuses what only a VM can do that is neither moved nor given another size. */
export function unlessStill(reader: Reader, self: EntityNumber): Refusal | null {
  if (reader.state(self) === 'up.running') return null;
  return { code: reader.value(self, 'peer') === null ? 'busy' : 'migrating', data: { box: reader.id(self) } };
}

function unlessElsewhere(reader: Reader, self: EntityNumber, to: EntityNumber): Refusal | null {
  const where = reader.id(to);
  if (to === reader.floor(self)) return { code: 'same-place', data: { box: reader.id(self), where } };
  const stays = unlessGuest(reader, self);
  if (stays !== null) return stays;
  const takesVms = reader.has(to, 'up') && !reader.has(to, 'stopping');
  return takesVms ? null : { code: 'target-down', data: { box: reader.id(self), where } };
}

function unlessSameProduct(reader: Reader, self: EntityNumber, to: EntityNumber): Refusal | null {
  const wanted = reader.value(reader.floor(self), 'product');
  const product = reader.value(to, 'product');
  if (product === wanted) return null;
  return { code: 'other-product', data: { box: reader.id(self), where: reader.id(to), product, wanted } };
}

/** Xen knows pre-copy alone. */
function unlessMode(reader: Reader, self: EntityNumber, mode: Scalar | undefined): Refusal | null {
  if (mode === undefined || mode === 'pre-copy') return null;
  if (reader.value(reader.floor(self), 'product') !== 'xen') return null;
  return { code: 'mode-missing', data: { box: reader.id(self), mode } };
}

function unlessNetwork(reader: Reader, self: EntityNumber, to: EntityNumber): Refusal | null {
  if (networkBetween(reader, reader.floor(self), to) > 0) return null;
  return { code: 'no-network', data: { box: reader.id(self), where: reader.id(to) } };
}

function unlessRoomAt(reader: Reader, self: EntityNumber, to: EntityNumber): Refusal | null {
  const neededBytes = bytesAtPeer(reader, self, to);
  const tight = tightUnder(reader, to, neededBytes);
  const overcommitted = isOvercommitted(reader, to);
  const freeBytes = overcommitted ? bytesLeft(reader, to) : (tight?.freeBytes ?? neededBytes);
  if (neededBytes <= freeBytes) return null;
  const where = overcommitted || tight === null ? reader.id(to) : reader.id(tight.level);
  return { code: 'no-memory', data: { box: reader.id(self), neededBytes, freeBytes, where } };
}
