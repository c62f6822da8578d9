// A health check of Docker: what an image or `docker run` says of it, and what Docker has found out so far.
// Source: moby/moby daemon/health.go@0248325.

/** What HEALTHCHECK, or the options of `docker run`, say of a check; times in milliseconds. */
export interface CheckSettings {
  /** From the end of one look to the start of the next, and before the first. */
  readonly intervalMs: number;
  /** A look that takes longer has failed. */
  readonly timeoutMs: number;
  /** Failures so soon after the start do not count, as long as no look went well. */
  readonly startPeriodMs: number;
  /** In the place of the interval within the start period. */
  readonly startIntervalMs: number;
  /** So many failures one after the other make it unhealthy. */
  readonly retries: number;
}

/** Context of a health check; it has the name of its container. */
export interface HealthcheckContext extends CheckSettings {
  /** How long the program takes to answer a look while it is well, in milliseconds. */
  readonly answerMs: number;
  /** Failures one after the other, as Docker counts them. */
  readonly failingStreak: number;
  /** How the last look ended: `passed`, `refused`, `errors`, `timeout`, `not-run`; null before. */
  readonly lastLook: string | null;
  /** Until the next look, and until the present one has its answer, in milliseconds. */
  readonly pauseMs: number;
  readonly lookMs: number;
}

/** Docker's own values; an answer takes as long as a container's scenario says, and starting the look about as long. */
export const HEALTHCHECK_DEFAULTS = {
  intervalMs: 30_000,
  timeoutMs: 30_000,
  startPeriodMs: 0,
  startIntervalMs: 5_000,
  retries: 3,
  answerMs: 100,
} as const;

/** What a scenario does not set. */
export const HEALTHCHECK_AT_FIRST = {
  failingStreak: 0,
  lastLook: null as string | null,
  pauseMs: 0,
  lookMs: 0,
} as const;
