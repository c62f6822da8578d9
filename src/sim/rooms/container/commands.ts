// What may be asked of a container. Placing, starting and stopping need the runtime beside it to be up.
import { NONE } from '../../engine/facts';
import type { ArgumentRule, CommandDefinition } from '../../engine/model';
import { oneOf, optional, whole } from '../arguments';
import { unlessAlive, unlessStartable } from '../refusals';
import { unlessRuntimeOn } from '../runtime/containers';
import { setting } from '../settings';
import { RESTART_POLICIES } from './rules';

/** Most retries that `on-failure` may be bounded by. */
const MOST_RETRIES = 1000;

const kernelId: ArgumentRule = {
  wanted: 'the id of a kernel',
  accepts: (value, reader) => {
    const kernel = typeof value === 'string' ? reader.find(value) : NONE;
    return kernel !== NONE && reader.kind(kernel) === 'kernel';
  },
};

/** Place, start, stop, remove, and the restart policy. */
export const containerCommands: readonly CommandDefinition[] = [
  {
    name: 'place-container',
    on: ['container'],
    args: { kernel: kernelId },
    refuse: (reader, self, args) => {
      if (!reader.has(self, 'absent')) return { code: 'already-placed', data: { box: reader.id(self) } };
      return unlessRuntimeOn(reader, self, reader.find(args['kernel'] as string));
    },
    events: (_reader, _self, args) => [{ type: 'PLACE', kernel: args['kernel'] }, { type: 'START' }],
  },
  {
    name: 'start-container',
    on: ['container'],
    refuse: (reader, self) =>
      unlessStartable(reader, self) ?? unlessRuntimeOn(reader, self, reader.floor(self)),
    events: () => [{ type: 'START' }],
  },
  {
    name: 'stop-container',
    on: ['container'],
    refuse: (reader, self) =>
      reader.has(self, 'waiting')
        ? null
        : (unlessAlive(reader, self) ?? unlessRuntimeOn(reader, self, reader.floor(self))),
    events: () => [{ type: 'STOP' }],
  },
  {
    name: 'remove-container',
    on: ['container'],
    refuse: (reader, self) =>
      reader.has(self, 'absent') ? { code: 'not-placed', data: { box: reader.id(self) } } : null,
    events: () => [{ type: 'REMOVE' }],
  },
  {
    name: 'set-restart-policy',
    on: ['container'],
    args: { policy: oneOf(...RESTART_POLICIES), maxRetries: optional(whole(0, MOST_RETRIES)) },
    events: (_reader, _self, args) => [
      setting('restartPolicy', args['policy'] ?? 'no'),
      setting('maxRetries', args['maxRetries'] ?? 0),
    ],
    sets: 'restartPolicy',
  },
];
