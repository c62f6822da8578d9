// When Docker starts a container again, and after which pause: the rules of its restart manager.
// Sources: moby/moby daemon/internal/restartmanager/restartmanager.go@5bc8683, daemon/monitor.go@007daf5,
// daemon/daemon.go@f544812 (restore), daemon/start.go@ce27df7.

/** Values of `docker run --restart`. */
export type RestartPolicy = 'no' | 'always' | 'unless-stopped' | 'on-failure';

/** All policies, in the order in which Docker's documentation lists them. */
export const RESTART_POLICIES: readonly RestartPolicy[] = ['no', 'on-failure', 'always', 'unless-stopped'];

const FIRST_PAUSE_MS = 100; // defaultTimeout
const PAUSE_FACTOR = 2; // backoffMultiplier
const LONGEST_PAUSE_MS = 60_000; // maxRestartTimeout
const LONG_RUN_MS = 10_000; // "if the container ran for more than 10s [...] reset the timeout"

/** What the restart manager knows when a container has exited. */
export interface Exit {
  readonly policy: RestartPolicy;
  /** For `on-failure`: how many restarts at most, 0 for no limit. */
  readonly maxRetries: number;
  readonly exitCode: number;
  /** `docker stop` or `docker kill` came before (`HasBeenManuallyStopped`). */
  readonly manuallyStopped: boolean;
  /** How long it ran, in milliseconds. */
  readonly executionMs: number;
  /** The pause before its last restart in milliseconds, 0 when there was none. */
  readonly previousTimeoutMs: number;
  /** Restarts since it was last started by hand. */
  readonly restartCount: number;
}

/** Whether it is started again, and the pause before that; the pause is remembered either way. */
export interface DockerRestart {
  readonly shouldRestart: boolean;
  readonly timeoutMs: number;
}

/**
 * `RestartManager.ShouldRestart`. A stop by hand matters to `unless-stopped` alone: Docker never asks this
 * question after `docker stop` or `docker kill`, because they cancel the manager until the next start by
 * hand or start of the daemon. A restart adds one to the caller's `restartCount`.
 */
export function dockerRestart(exit: Exit): DockerRestart {
  if (exit.policy === 'no') return { shouldRestart: false, timeoutMs: exit.previousTimeoutMs };
  return { shouldRestart: policyActs(exit), timeoutMs: nextPause(exit) };
}

function nextPause({ executionMs, previousTimeoutMs }: Exit): number {
  if (executionMs >= LONG_RUN_MS || previousTimeoutMs === 0) return FIRST_PAUSE_MS;
  return Math.min(previousTimeoutMs * PAUSE_FACTOR, LONGEST_PAUSE_MS);
}

function policyActs({ policy, maxRetries, exitCode, manuallyStopped, restartCount }: Exit): boolean {
  switch (policy) {
    case 'no':
      return false;
    case 'always':
      return true;
    case 'unless-stopped':
      return !manuallyStopped;
    case 'on-failure':
      return exitCode !== 0 && (maxRetries === 0 || restartCount < maxRetries);
  }
}

/** What the daemon finds on its disk about a container that is not running when it starts. */
export interface FoundAtStart {
  readonly policy: RestartPolicy;
  readonly maxRetries: number;
  /** Of its last run; UNKNOWN_EXIT_CODE when it was running as the machine or the kernel went down. */
  readonly exitCode: number;
  readonly manuallyStopped: boolean;
  readonly restartCount: number;
  /** A container that was only created is left alone (`HasBeenStartedBefore`). */
  readonly startedBefore: boolean;
}

/** What `docker run` ends with where Docker itself could start nothing (docker/cli docs/reference/run.md). */
export const DOCKER_FAILED = 125;

/** What Docker writes down for a container whose end it did not see. */
export const UNKNOWN_EXIT_CODE = 255;

/**
 * Whether the daemon starts a container when it starts itself (after a crash, an update, a reboot): it asks
 * the same policy about the last exit, and starts at once, with restart count and pause set back to 0.
 * `always` comes back even after a stop by hand, `on-failure` after any exit other than 0; the
 * documentation says that `on-failure` does not (moby/moby issue 47846 is about the difference).
 */
export function startsWithDaemon(found: FoundAtStart): boolean {
  return found.startedBefore && policyActs({ ...found, executionMs: 0, previousTimeoutMs: 0 });
}
