// A container: a group of processes behind namespaces and limits, on one kernel.
import { CGROUP_AT_FIRST, CGROUP_DEFAULTS, type CgroupContext } from '../cgroup/facts';

/** Context of a container. */
export interface ContainerContext extends CgroupContext {
  readonly start: string;
  /** Whether it stands on a kernel when the scenario starts. */
  readonly placed: boolean;
  /** Until its first process is started, in milliseconds. */
  readonly startMs: number;
  readonly restartPolicy: string;
  /** The id of its root file system, where a world has files. */
  readonly root: string | null;
  /** The id of the image that it is made from, and of the volume that is mounted into it, where a world has some. */
  readonly image: string | null;
  readonly volume: string | null;
  /** For on-failure; 0: no bound. */
  readonly maxRetries: number;
  readonly exitCode: number | null;
  /** How often the runtime started it since it was last started by hand. */
  readonly restarts: number;
  /** The runtime's present back-off, in milliseconds. */
  readonly backoffMs: number;
  /** `docker stop` was used: no policy acts until it is started again. */
  readonly stoppedByHand: boolean;
}

/** About 150 to 200 ms from `docker start` to the first process (MODEL-FACTS.md section 6, [M]). */
export const CONTAINER_DEFAULTS = {
  start: 'up',
  ...CGROUP_DEFAULTS,
  startMs: 200,
  restartPolicy: 'no',
  root: null as string | null,
  image: null as string | null,
  volume: null as string | null,
  maxRetries: 0,
} as const;

/** What a scenario does not set. */
export const CONTAINER_AT_FIRST = {
  placed: true,
  exitCode: null,
  restarts: 0,
  backoffMs: 0,
  stoppedByHand: false,
  ...CGROUP_AT_FIRST,
} as const;
