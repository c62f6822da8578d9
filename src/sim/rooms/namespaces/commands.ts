// A process is given namespaces one by one, as `unshare` does, and a limit of CPU, as a cgroup of its own does.
import type { CommandDefinition } from '../../engine/model';
import { CORE } from '../../resources/units';
import { oneOf, whole } from '../arguments';
import { unlessService } from '../process/commands';
import { unlessAlive } from '../refusals';
import { setting } from '../settings';
import { NAMESPACES, namespacesIn } from './names';

/** Largest limit that may be set: more than any host has; 0 takes the limit away. */
const MOST_CPU_MICRO = 1024 * CORE;

/**
 * Namespaces that take in what is started next, never the process that asks for them (unshare(2), CLONE_NEWPID and
 * CLONE_NEWTIME, [M]): a process keeps its number.
 */
const FOR_THE_NEXT: readonly unknown[] = ['pid', 'time'];

/** It ends, and is started in what it was given. */
const AGAIN = [{ type: 'STOP' }, { type: 'START' }];

/** One namespace more, and the limit of a cgroup with this process alone. */
export const namespaceCommands: readonly CommandDefinition[] = [
  {
    name: 'unshare',
    on: ['process'],
    args: { namespace: oneOf(...NAMESPACES) },
    refuse: (reader, self, args) => {
      const namespace = args['namespace'] as string;
      const own = reader.value(self, 'namespaces') as string;
      if (own.split(' ').includes(namespace)) {
        return { code: 'has-namespace', data: { box: reader.id(self), namespace } };
      }
      return unlessService(reader, self) ?? unlessAlive(reader, self);
    },
    events: (reader, self, args) => {
      const all = namespacesIn(`${reader.value(self, 'namespaces')} ${args['namespace']}`);
      return [
        setting('namespaces', all.join(' ')),
        ...(FOR_THE_NEXT.includes(args['namespace']) ? AGAIN : []),
      ];
    },
    sets: 'namespaces',
  },
  {
    name: 'limit-process',
    on: ['process'],
    args: { cpuMicro: whole(0, MOST_CPU_MICRO) },
    refuse: unlessService,
    events: (_reader, _self, args) => [setting('cpuLimitMicro', args['cpuMicro'] ?? 0)],
    sets: 'cpuLimitMicro',
  },
];
