// What may be asked of a process.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';
import type { CommandDefinition } from '../../engine/model';
import { CORE, GIBIBYTE } from '../../resources/units';
import { oneOf, whole } from '../arguments';
import { unlessAlive, unlessStartable, unlessStoppable } from '../refusals';
import { setting } from '../settings';
import { SERVICE_RESTART_POLICIES } from './rules';

/** Largest demand and memory that may be set for one process: more than any host has. */
const MOST_CPU_MICRO = 1024 * CORE;
const MOST_MEMORY_BYTES = 16_384 * GIBIBYTE;

/** Refuses what is the service manager's for a process in a container: that is its runtime's to do. */
export function unlessService(reader: Reader, self: EntityNumber): Refusal | null {
  const floor = reader.floor(self);
  if (floor === NONE || reader.kind(floor) !== 'container') return null;
  return { code: 'in-container', data: { box: reader.id(self), container: reader.id(floor) } };
}

/** Kill, stop, start, and what its service manager does. */
export const processCommands: readonly CommandDefinition[] = [
  { name: 'kill-process', on: ['process', 'monitor'], refuse: unlessAlive, events: () => [{ type: 'KILL' }] },
  {
    name: 'stop-process',
    on: ['process'],
    refuse: (reader, self) => unlessService(reader, self) ?? unlessStoppable(reader, self),
    events: () => [{ type: 'STOP' }],
  },
  {
    name: 'start-process',
    on: ['process'],
    refuse: (reader, self) => unlessService(reader, self) ?? unlessStartable(reader, self),
    events: () => [{ type: 'START' }],
  },
  {
    name: 'set-restart',
    on: ['process', 'runtime'],
    args: { policy: oneOf(...SERVICE_RESTART_POLICIES) },
    refuse: unlessService,
    events: (_reader, _self, args) => [setting('restart', args['policy'] ?? 'no')],
    sets: 'restart',
  },
  {
    name: 'set-demand',
    on: ['process'],
    args: { cpuMicro: whole(0, MOST_CPU_MICRO) },
    events: (_reader, _self, args) => [setting('cpuMicro', args['cpuMicro'] ?? 0)],
    sets: 'cpuMicro',
  },
  {
    name: 'use-memory',
    on: ['process'],
    args: { bytes: whole(1, MOST_MEMORY_BYTES) },
    refuse: unlessAlive,
    events: (_reader, _self, args) => [{ type: 'USE.MEMORY', bytes: args['bytes'] }],
    sets: 'memoryBytes',
  },
];
