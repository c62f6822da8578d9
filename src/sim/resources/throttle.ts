// cpu.max inside a period: busy threads use up the quota together, then stand until the next one begins.
// A closed form: the solver sees a cap (quota / period), the picture and the counters see this.
// Source: torvalds/linux Documentation/admin-guide/cgroup-v2.rst (cpu.max, cpu.stat), scheduler/sched-bwc.rst.
import { mulDiv, mulDivCeil } from '../engine/number';
import type { CpuQuota } from './cgroup';
import { CORE } from './units';

/** What a group with a quota does in each period, in microseconds of wall and of CPU time. */
export interface Throttling {
  /** How long its threads run before they are stopped; the whole period when they never are. */
  readonly runsMicros: number;
  /** CPU time it gets. */
  readonly usageMicros: number;
  /** What one period adds to nr_throttled. */
  readonly throttled: 0 | 1;
  /** What one period adds to throttled_usec, counted for each CPU on which it stands, as the kernel does. */
  readonly throttledMicros: number;
}

/**
 * One period of a group whose threads want to run on `busyMicro` micro-cores at once. Slices handed to single
 * CPUs (5 ms) are left out: all threads stop together. Four busy threads with 100 ms of a 100 ms period run for
 * 25 ms and stand for 75 ms, on four CPUs. A quota of 0 is none.
 */
export function throttlingOf({ quotaMicros, periodMicros }: CpuQuota, busyMicro: number): Throttling {
  const wanted = mulDiv(periodMicros, busyMicro, CORE);
  if (quotaMicros === 0 || wanted <= quotaMicros)
    return { runsMicros: periodMicros, usageMicros: wanted, throttled: 0, throttledMicros: 0 };
  return {
    runsMicros: mulDivCeil(quotaMicros, CORE, busyMicro),
    usageMicros: quotaMicros,
    throttled: 1,
    throttledMicros: wanted - quotaMicros,
  };
}
