// A container runtime: a process beside its containers, never under them.
import { MEBIBYTE } from '../../resources/units';
import type { ProcessContext } from '../process/facts';

/** Context of a runtime; its service manager looks after it as after a process. */
export interface RuntimeContext extends Pick<
  ProcessContext,
  | 'start'
  | 'memoryBytes'
  | 'startMs'
  | 'restart'
  | 'startAtBoot'
  | 'exitCode'
  | 'signal'
  | 'restarts'
  | 'restartMs'
  | 'windowBeganAt'
  | 'windowStarts'
> {
  readonly product: string;
  /** Docker's live-restore: an orderly stop of the daemon leaves its containers running. */
  readonly liveRestore: boolean;
}

/**
 * dockerd with containerd: about 100 MiB (MODEL-FACTS.md section 8, [M]). Live-restore is off by default
 * (same section, [R] docs.docker.com). Two seconds until the daemon answers: about, [M].
 */
export const RUNTIME_DEFAULTS = {
  start: 'up',
  product: 'docker',
  memoryBytes: 100 * MEBIBYTE,
  startMs: 2_000,
  restart: 'no',
  startAtBoot: false,
  liveRestore: false,
} as const;
