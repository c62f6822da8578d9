// The cgroup of a container: what Linux keeps of CPU and memory for its processes together (cgroup v2).
// Source: torvalds/linux Documentation/admin-guide/cgroup-v2.rst.

/** Part of a container's context. */
export interface CgroupContext {
  /** cpu.weight: its share among those beside it, as far as all of them want more. */
  readonly weight: number;
  /** cpu.max: quota by period, in micro-cores; 0: max. */
  readonly cpuLimitMicro: number;
  /** The period of cpu.max, in microseconds. */
  readonly cpuPeriodMicros: number;
  /** memory.max, in bytes; 0: max. */
  readonly memoryLimitBytes: number;
  /** memory.high, in bytes; 0: max. */
  readonly memoryHighBytes: number;
  /** memory.oom.group: when one of its processes is killed for memory, all are. */
  readonly oomGroup: boolean;
  /** Whether the OOM killer ended a process of its last run, as Docker tells it. */
  readonly oomKilled: boolean;
}

/** What a scenario may set in any world. */
export const CGROUP_DEFAULTS = { weight: 100 } as const;

/** What is so until a command of the cgroup room says otherwise. The kernel's period is 100 ms. */
export const CGROUP_AT_FIRST = {
  cpuLimitMicro: 0,
  cpuPeriodMicros: 100_000,
  memoryLimitBytes: 0,
  memoryHighBytes: 0,
  oomGroup: false,
  oomKilled: false,
} as const;
