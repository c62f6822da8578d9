// A process: a running program. With a service's name it is a copy of that service.
import type { Scalar } from '../../engine/fact';
import { MEBIBYTE } from '../../resources/units';

/** Context of a process, and of whatever else a service manager looks after. */
export interface ProcessContext extends Readonly<Record<string, Scalar>> {
  readonly start: string;
  /** `search`, `cart`, `buy`, ... or null. */
  readonly service: string | null;
  /** The path of its program, where a world has files. */
  readonly program: string | null;
  /** What was looked for when it was started last, a `Start` of the file system room as JSON. */
  readonly lookedUp: string | null;
  readonly memoryBytes: number;
  /** CPU it would use if it got all it asks for, in micro-cores. */
  readonly cpuMicro: number;
  readonly weight: number;
  /** CPU limit in micro-cores, where it has a cgroup of its own; 0: none. */
  readonly cpuLimitMicro: number;
  /** From fork and exec to the first answer, in milliseconds. */
  readonly startMs: number;
  /** -1000 (never chosen) to 1000, as Linux has it. */
  readonly oomScoreAdj: number;
  /** Namespaces that it has of its own, as `pid mount`; see the room of that name. */
  readonly namespaces: string;
  /** A program that looks at its limits when it starts: its heap in percent of the memory it sees there; 0: it does not. */
  readonly heapPercent: number;
  /** Whether it starts as many threads as it sees CPUs when it starts, each of which is always busy. */
  readonly sizesThreads: boolean;
  readonly restart: string;
  readonly startAtBoot: boolean;
  /** Of the last end; null while it has none. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** How often a picker started it since it was last started by hand. */
  readonly restarts: number;
  /** How long the service manager waits before the next start, in milliseconds. */
  readonly restartMs: number;
  /** The service manager's start limit, see `StartWindow` in rules.ts. */
  readonly windowBeganAt: number | null;
  readonly windowStarts: number;
}

/**
 * fork and exec take about 1 ms (LightVM, MODEL-FACTS.md section 6, [R]); what a program needs until its
 * first answer is the scenario's own.
 */
export const PROCESS_DEFAULTS = {
  start: 'up',
  service: null as string | null,
  program: null as string | null,
  memoryBytes: 64 * MEBIBYTE,
  cpuMicro: 100_000,
  weight: 100,
  cpuLimitMicro: 0,
  startMs: 1,
  oomScoreAdj: 0,
  namespaces: '',
  restart: 'no',
  startAtBoot: false,
} as const;

/** What a scenario does not set. */
export const PROCESS_AT_FIRST = {
  heapPercent: 0,
  sizesThreads: false,
  lookedUp: null,
  exitCode: null,
  signal: null,
  restarts: 0,
  restartMs: 0,
  windowBeganAt: null,
  windowStarts: 0,
} as const;
