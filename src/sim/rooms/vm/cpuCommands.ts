// What may be asked of a VM's CPU: how many virtual CPUs it has, what they weigh, and a cap on them.
import type { CommandDefinition } from '../../engine/model';
import { whole } from '../arguments';
import { alreadyUp, isAlive } from '../refusals';
import { setting } from '../settings';
import { MOST_VCPUS_OF_ANY, overLimit, unlessTooManyVcpus } from './mostVcpus';

/** Xen: weights are 1 to 65535 (MODEL-FACTS.md section 4, [R] xl.cfg(5)). */
const MOST_WEIGHT = 65_535;

/** Virtual CPUs are set while the VM is off; weight and cap at any time. */
export const vmCpuCommands: readonly CommandDefinition[] = [
  {
    name: 'set-vcpus',
    on: ['vm'],
    args: { vcpus: whole(1, MOST_VCPUS_OF_ANY) },
    refuse: (reader, self, args) =>
      unlessTooManyVcpus(reader, self, reader.floor(self), args['vcpus'] as number) ??
      (isAlive(reader, self) ? alreadyUp(reader, self) : null),
    events: (_reader, _self, args) => [setting('vcpus', args['vcpus'] ?? 1)],
    sets: 'vcpus',
  },
  {
    name: 'set-weight',
    on: ['vm'],
    args: { weight: whole(1, MOST_WEIGHT) },
    events: (_reader, _self, args) => [setting('weight', args['weight'] ?? 1)],
    sets: 'weight',
  },
  {
    name: 'set-cpu-cap',
    on: ['vm'],
    args: { percent: whole(0, 100 * MOST_VCPUS_OF_ANY) },
    refuse: (reader, self, args) =>
      overLimit(reader.id(self), args['percent'] as number, reader.amount(self, 'vcpus') * 100),
    events: (_reader, _self, args) => [setting('capPercent', args['percent'] ?? 0)],
    sets: 'capPercent',
  },
];
