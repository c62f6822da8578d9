// What may be written into the files of a container's cgroup, and asked of the programs in it.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { CommandDefinition, Delivery } from '../../engine/model';
import { mulDiv } from '../../engine/number';
import { HIGHEST_WEIGHT, LOWEST_WEIGHT, PERIOD_MICROS, SHORTEST_QUOTA_MICROS } from '../../resources/cgroup';
import { CORE, GIBIBYTE, MEBIBYTE } from '../../resources/units';
import { onOff, optional, whole } from '../arguments';
import { setting } from '../settings';
import { holdersIn } from './effects';

/** A period of cpu.max is 1 ms to 1 s (kernel/sched/core.c, min_cfs_quota_period and max_cfs_quota_period). */
const SHORTEST_PERIOD_MICROS = 1_000;
const LONGEST_PERIOD_MICROS = 1_000_000;
/** More CPU time in a period than any host has. */
const MOST_QUOTA_MICROS = 1024 * LONGEST_PERIOD_MICROS;
/** The least memory.max that Docker takes (moby/moby daemon/daemon_unix.go, linuxMinMemory). */
const LEAST_LIMIT_BYTES = 6 * MEBIBYTE;
/** More memory and more threads than any host has. */
const MOST_BYTES = 16_384 * GIBIBYTE;
const MOST_THREADS = 1024;

/** What is in a container looks at its memory again: there may be less than it uses, or more than it waited for. */
function look(reader: Reader, container: EntityNumber): readonly Delivery[] {
  return holdersIn(reader, container).map((to) => ({ to, event: { type: 'MEMORY.RETRY' } }));
}

/** The files of cgroup v2 by their names, with a dash for each point; threads and oom_score_adj of a process. */
export const cgroupCommands: readonly CommandDefinition[] = [
  {
    name: 'set-cpu-weight',
    on: ['container'],
    args: { weight: whole(LOWEST_WEIGHT, HIGHEST_WEIGHT) },
    events: (_reader, _self, args) => [setting('weight', args['weight'] ?? 100)],
    sets: 'weight',
  },
  {
    name: 'set-cpu-max',
    on: ['container'],
    args: {
      quotaMicros: whole(0, MOST_QUOTA_MICROS),
      periodMicros: optional(whole(SHORTEST_PERIOD_MICROS, LONGEST_PERIOD_MICROS)),
    },
    refuse: (reader, self, args) => {
      const quota = args['quotaMicros'] as number;
      if (quota === 0 || quota >= SHORTEST_QUOTA_MICROS) return null;
      return { code: 'quota-short', data: { box: reader.id(self), leastMicros: SHORTEST_QUOTA_MICROS } };
    },
    events: (_reader, _self, args) => {
      const period = (args['periodMicros'] ?? PERIOD_MICROS) as number;
      const limit = mulDiv(args['quotaMicros'] as number, CORE, period);
      return [setting('cpuPeriodMicros', period), setting('cpuLimitMicro', limit)];
    },
    sets: 'cpuLimitMicro',
  },
  {
    name: 'set-memory-max',
    on: ['container'],
    args: { bytes: whole(0, MOST_BYTES) },
    refuse: (reader, self, args) => {
      const bytes = args['bytes'] as number;
      if (bytes === 0 || bytes >= LEAST_LIMIT_BYTES) return null;
      return { code: 'limit-short', data: { box: reader.id(self), leastBytes: LEAST_LIMIT_BYTES } };
    },
    events: (_reader, _self, args) => [setting('memoryLimitBytes', args['bytes'] ?? 0)],
    also: look,
    sets: 'memoryLimitBytes',
  },
  {
    name: 'set-memory-high',
    on: ['container'],
    args: { bytes: whole(0, MOST_BYTES) },
    events: (_reader, _self, args) => [setting('memoryHighBytes', args['bytes'] ?? 0)],
    also: look,
    sets: 'memoryHighBytes',
  },
  {
    name: 'set-oom-group',
    on: ['container'],
    args: { on: onOff },
    events: (_reader, _self, args) => [setting('oomGroup', args['on'] ?? false)],
    sets: 'oomGroup',
  },
  {
    name: 'set-oom-score-adj',
    on: ['process'],
    args: { adjustment: whole(-1000, 1000) },
    events: (_reader, _self, args) => [setting('oomScoreAdj', args['adjustment'] ?? 0)],
    sets: 'oomScoreAdj',
  },
  {
    name: 'set-threads',
    on: ['process'],
    args: { threads: whole(0, MOST_THREADS) },
    events: (_reader, _self, args) => [setting('cpuMicro', ((args['threads'] ?? 0) as number) * CORE)],
    sets: 'cpuMicro',
  },
];
