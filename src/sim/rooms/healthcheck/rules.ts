// When Docker looks next, and which failures it counts.
// Source: moby/moby daemon/health.go@0248325 (monitor, handleProbeResult); the start interval as of Docker 25
// (docs.docker.com, reference/dockerfile, HEALTHCHECK).
import type { CheckSettings } from './facts';

/**
 * The pause before the next look, in milliseconds: within the start period, and as long as no look went well, the
 * start interval. `sinceStartMs`: how long the container has run.
 */
export function pauseBefore(check: CheckSettings, isStarting: boolean, sinceStartMs: number): number {
  return isStarting && sinceStartMs < check.startPeriodMs ? check.startIntervalMs : check.intervalMs;
}

/** Whether a failed look counts: not where it began within the start period of what was never well. */
export function failureCounts(check: CheckSettings, isStarting: boolean, beganMs: number): boolean {
  return !isStarting || beganMs >= check.startPeriodMs;
}
