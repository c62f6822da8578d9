// What may be asked of a hypervisor.
import type { CommandDefinition } from '../../engine/model';
import { whole } from '../arguments';
import { unlessAlive, unlessRoom, unlessStartable, unlessStartedByOthers } from '../refusals';
import { setting } from '../settings';

/** Longest delay before a restart that may be set, in seconds. */
const LONGEST_RESTART_SECONDS = 3600;

/** Crash, start by hand (type 2), and what it does after a crash. */
export const hypervisorCommands: readonly CommandDefinition[] = [
  {
    name: 'crash-hypervisor',
    on: ['hypervisor'],
    refuse: unlessAlive,
    events: () => [{ type: 'CRASH' }],
  },
  {
    name: 'start-hypervisor',
    on: ['hypervisor'],
    refuse: (reader, self) =>
      reader.value(self, 'type') === 2
        ? (unlessStartable(reader, self) ?? unlessRoom(reader, self))
        : unlessStartedByOthers(reader, self),
    events: () => [{ type: 'START' }],
  },
  {
    name: 'set-restart-on-crash',
    on: ['hypervisor'],
    args: { seconds: whole(0, LONGEST_RESTART_SECONDS) },
    // Only the lowest software of a host restarts it.
    refuse: (reader, self) =>
      reader.value(self, 'type') === 1 ? null : { code: 'not-type-1', data: { box: reader.id(self) } },
    events: (_reader, _self, args) => [setting('restartSeconds', args['seconds'] ?? 0)],
    sets: 'restartSeconds',
  },
];
