// cpu.max inside a period: busy threads use up the quota together, then stand until the next one begins.
// A closed form: the solver sees a cap (quota / period), the picture and the counters see this.
// Source: torvalds/linux Documentation/admin-guide/cgroup-v2.rst (cpu.max, cpu.stat), scheduler/sched-bwc.rst.
import type { CpuQuota } from './cgroup';

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
 * One period of a group whose `threads` always want to run, each on a core of its own. Slices handed to
 * single CPUs (5 ms) are left out: all threads stop together. Four threads with 100 ms of a 100 ms period
 * run for 25 ms and stand for 75 ms, on four CPUs.
 */
export function throttlingOf({ quotaMicros, periodMicros }: CpuQuota, threads: number): Throttling {
  const wanted = threads * periodMicros;
  if (periodMicros === 0 || wanted <= quotaMicros)
    return { runsMicros: periodMicros, usageMicros: wanted, throttled: 0, throttledMicros: 0 };
  const usageMicros = quotaMicros;
  const runsMicros = Math.ceil(quotaMicros / threads);
  return { runsMicros, usageMicros, throttled: 1, throttledMicros: wanted - usageMicros };
}
