// What is written into the files of a cgroup: from cores and the words of the OCI specification (made for
// cgroup v1) to cpu.weight, cpu.max, memory.swap.max and io.weight of cgroup v2.
// Sources: kubernetes/kubernetes pkg/kubelet/cm/helpers_linux.go@00ac878, opencontainers/cgroups utils.go@30a2293.
import { exp10, log2, mulDiv } from '../engine/number';

/** `cpu.shares` of one core, and the fewest and most there are (cgroup v1). */
const SHARES_PER_CORE = 1024;
export const FEWEST_SHARES = 2;
const MOST_SHARES = 262_144;
/** A period of `cpu.max` in microseconds, and the shortest quota the kernel takes. */
export const PERIOD_MICROS = 100_000;
export const SHORTEST_QUOTA_MICROS = 1_000;
/** Ends of cpu.weight and io.weight. */
export const LOWEST_WEIGHT = 1;
export const HIGHEST_WEIGHT = 10_000;
/** In the OCI specification: "max", no limit. */
export const UNLIMITED = -1;

/** A quota of CPU time in each period, both in microseconds; zeros stand for "no quota". */
export interface CpuQuota {
  readonly quotaMicros: number;
  readonly periodMicros: number;
}

/** `cpu.shares` for a request in thousandths of a core, within what the kernel takes. */
export function sharesOf(milliCpu: number): number {
  const shares = mulDiv(milliCpu, SHARES_PER_CORE, 1_000);
  return Math.min(Math.max(FEWEST_SHARES, shares), MOST_SHARES);
}

/** The quota for a limit in thousandths of a core; at least a millisecond, 0 for no limit. */
export function quotaOf(milliCpu: number): CpuQuota {
  if (milliCpu === 0) return { quotaMicros: 0, periodMicros: 0 };
  const quotaMicros = Math.max(SHORTEST_QUOTA_MICROS, mulDiv(milliCpu, PERIOD_MICROS, 1_000));
  return { quotaMicros, periodMicros: PERIOD_MICROS };
}

/**
 * cpu.weight for `cpu.shares`, 0 for 0 (not set). Since 2025 a curve that maps the old default (1,024) to
 * the new one (100) and keeps both ends.
 */
export function weightOfShares(shares: number): number {
  if (shares === 0) return 0;
  if (shares <= FEWEST_SHARES) return LOWEST_WEIGHT;
  if (shares >= MOST_SHARES) return HIGHEST_WEIGHT;
  const l = log2(shares);
  return Math.ceil(exp10((l * l + 125 * l) / 612 - 7 / 34));
}

/**
 * memory.swap.max in bytes, from the limit of memory and swap together and that of memory: UNLIMITED, 0 for
 * "not set". Throws RangeError for limits that contradict each other, with the words of the library.
 */
export function swapMax(memoryPlusSwap: number, memory: number): number {
  if (memory === UNLIMITED && memoryPlusSwap === 0) return UNLIMITED;
  if (memoryPlusSwap === UNLIMITED || memoryPlusSwap === 0 || memory === UNLIMITED) return memoryPlusSwap;
  if (memory === 0) throw new RangeError('unable to set swap limit without memory limit');
  if (memory < 0) throw new RangeError(`invalid memory value: ${memory}`);
  if (memoryPlusSwap < memory) throw new RangeError('memory+swap limit should be >= memory limit');
  return memoryPlusSwap - memory;
}

/** io.weight for `blkio.weight` (10 to 1,000), 0 for 0 (not set). */
export function ioWeightOf(blkioWeight: number): number {
  return blkioWeight === 0 ? 0 : LOWEST_WEIGHT + mulDiv(blkioWeight - 10, HIGHEST_WEIGHT - 1, 990);
}
