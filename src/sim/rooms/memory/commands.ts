// What may be asked about memory that is promised more than once.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import type { CommandDefinition } from '../../engine/model';
import { onOff, whole } from '../arguments';
import { setting } from '../settings';
import { fullReservations, roomOf } from './overcommit';

/** Most pages that ksmd may be told to look at before it sleeps. */
const MOST_PAGES = 100_000;

/** Overcommit and page sharing of a hypervisor, the balloon of a VM. */
export const memoryCommands: readonly CommandDefinition[] = [
  {
    name: 'set-overcommit',
    on: ['hypervisor'],
    args: { on: onOff },
    refuse: (reader, self, args) => (args['on'] === true ? null : unlessAllFit(reader, self)),
    events: (_reader, _self, args) => [
      setting('overcommit', args['on'] ?? false),
      { type: 'MEMORY.CHANGED' },
    ],
    sets: 'overcommit',
  },
  {
    name: 'set-page-sharing',
    on: ['hypervisor'],
    args: { pages: whole(0, MOST_PAGES) },
    events: (_reader, _self, args) => [
      setting('pagesToScan', args['pages'] ?? 0),
      { type: 'MEMORY.CHANGED' },
    ],
    sets: 'pagesToScan',
  },
  {
    name: 'set-balloon',
    on: ['vm'],
    args: { on: onOff },
    events: (_reader, _self, args) => [setting('balloon', args['on'] ?? false)],
    sets: 'balloon',
  },
];

/** Without overcommit every VM reserves all that it was given: that must be there. */
function unlessAllFit(reader: Reader, self: EntityNumber): Refusal | null {
  const neededBytes = fullReservations(reader, self);
  const { roomBytes, where } = roomOf(reader, self);
  if (neededBytes <= roomBytes) return null;
  return { code: 'no-memory', data: { box: reader.id(self), neededBytes, freeBytes: roomBytes, where } };
}
