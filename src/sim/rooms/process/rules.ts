// When the service manager (systemd) starts a service again, and when it gives up: Restart=, RestartSec=
// and the start limit. Sources: systemd/systemd man/systemd.service.xml@7910079 (Restart=, RestartSec=),
// src/shared/exit-status.c@00d27e5 (is_clean_exit), src/basic/ratelimit.c@09ee7ca (ratelimit_below),
// man/systemd-system.conf.xml@0031430 (DefaultStartLimitIntervalSec=, DefaultStartLimitBurst=).
import { MS, SECOND } from '../../engine/time';
import type { Micros } from '../../engine/time';

/** The values of `Restart=` that are modelled. */
export type ServiceRestartPolicy = 'no' | 'on-failure' | 'always';

/** All modelled policies, the default first. */
export const SERVICE_RESTART_POLICIES: readonly ServiceRestartPolicy[] = ['no', 'on-failure', 'always'];

/** RestartSec=, in milliseconds. */
const RESTART_DELAY_MS = 100;
/** StartLimitIntervalSec=. */
const START_LIMIT_INTERVAL: Micros = 10 * SECOND;
/** StartLimitBurst=: so many starts in one interval, by hand or not. */
const START_LIMIT_BURST = 5;

/** Signals that end a service cleanly even when it does not catch them. */
const CLEAN_SIGNALS: readonly string[] = ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGPIPE'];

/**
 * The starts counted against the limit, as two flat fields of a context. The interval begins with the
 * first start after the last interval ended; it does not slide.
 */
export interface StartWindow {
  /** When the interval began; null before the first start. */
  readonly windowBeganAt: Micros | null;
  /** Starts in the interval, refused ones included. */
  readonly windowStarts: number;
}

/** `ratelimit_below`: the window after one more start at `now`, and whether that start may go on. */
export function countStart(window: StartWindow, now: Micros): StartWindow & { readonly allowed: boolean } {
  const { windowBeganAt, windowStarts } = window;
  if (windowBeganAt === null || now - windowBeganAt > START_LIMIT_INTERVAL)
    return { windowBeganAt: now, windowStarts: 1, allowed: true };
  return {
    windowBeganAt,
    windowStarts: windowStarts + 1,
    allowed: windowStarts < START_LIMIT_BURST,
  };
}

/** Exit code 0, or one of four signals; a kill (SIGKILL, as by the OOM killer) or a crash is a failure. */
export function isCleanExit(exitCode: number | null, signal: string | null): boolean {
  return signal === null ? exitCode === 0 : CLEAN_SIGNALS.includes(signal);
}

/** What the service manager knows when a service has ended. */
export interface ServiceExit extends StartWindow {
  readonly policy: ServiceRestartPolicy;
  /** null when a signal ended it. */
  readonly exitCode: number | null;
  /** As `SIGKILL`; null when it ended by itself. */
  readonly signal: string | null;
  /** `systemctl stop` and the like: never undone by Restart=. */
  readonly stoppedByHand: boolean;
  readonly nowMicros: Micros;
}

/** What it does: start again after a pause, nothing, or nothing more because of the start limit. */
export type ServiceRestart =
  | { readonly act: 'restart'; readonly delayMs: number }
  | { readonly act: 'none' }
  | { readonly act: 'give-up' };

/**
 * The answer at the instant of the exit. The start itself is counted by `countStart` when it happens.
 * systemd finds out at the end of the pause that the limit is reached; as nothing can change it meanwhile
 * but a start by hand, the model says so at once.
 */
export function serviceRestart(exit: ServiceExit): ServiceRestart {
  if (exit.stoppedByHand || !policyActs(exit)) return { act: 'none' };
  const { allowed } = countStart(exit, exit.nowMicros + RESTART_DELAY_MS * MS);
  return allowed ? { act: 'restart', delayMs: RESTART_DELAY_MS } : { act: 'give-up' };
}

function policyActs({ policy, exitCode, signal }: ServiceExit): boolean {
  if (policy === 'on-failure') return !isCleanExit(exitCode, signal);
  return policy === 'always';
}
