// The service manager: what counts as failure, and when the start limit ends it.
import { describe, expect, it } from 'vitest';
import { MS, SECOND } from '../../../../src/sim/engine/time';
import {
  SERVICE_RESTART_POLICIES,
  countStart,
  isCleanExit,
  serviceRestart,
} from '../../../../src/sim/rooms/process/rules';
import type { ServiceExit, StartWindow } from '../../../../src/sim/rooms/process/rules';

const exit = (over: Partial<ServiceExit> = {}): ServiceExit => ({
  policy: 'always',
  exitCode: null,
  signal: 'SIGKILL',
  stoppedByHand: false,
  windowBeganAt: 0,
  windowStarts: 1,
  nowMicros: SECOND,
  ...over,
});
const acts = (over: Partial<ServiceExit>) =>
  SERVICE_RESTART_POLICIES.map((policy) => serviceRestart(exit({ ...over, policy })).act);

describe('Restart=', () => {
  it.each([
    [0, null, ['none', 'none', 'restart']],
    [1, null, ['none', 'restart', 'restart']],
    [null, 'SIGKILL', ['none', 'restart', 'restart']],
    [null, 'SIGSEGV', ['none', 'restart', 'restart']],
    [null, 'SIGHUP', ['none', 'none', 'restart']],
    [null, 'SIGINT', ['none', 'none', 'restart']],
    [null, 'SIGTERM', ['none', 'none', 'restart']],
    [null, 'SIGPIPE', ['none', 'none', 'restart']],
  ])('exit code %s, signal %s: no, on-failure, always do %j', (exitCode, signal, wanted) => {
    expect(acts({ exitCode, signal })).toEqual(wanted);
    expect(isCleanExit(exitCode, signal)).toBe(wanted[1] === 'none');
  });

  it('never undoes a stop by hand', () => {
    expect(acts({ stoppedByHand: true })).toEqual(['none', 'none', 'none']);
  });

  it('waits 100 ms', () => {
    expect(serviceRestart(exit())).toEqual({ act: 'restart', delayMs: 100 });
  });
});

describe('the start limit', () => {
  /** Starts at 0, then crashes after each run of `runMicros` until the manager gives up. */
  const startsUntilGivenUp = (runMicros: number, limit = 50): { starts: number; at: number } => {
    let window: StartWindow = { windowBeganAt: null, windowStarts: 0 };
    let now = 0;
    for (let starts = 1; starts <= limit; starts++) {
      const start = countStart(window, now);
      expect(start.allowed).toBe(true);
      window = start;
      now += runMicros;
      const answer = serviceRestart(exit({ ...window, nowMicros: now }));
      if (answer.act !== 'restart') return { starts, at: now };
      now += answer.delayMs * MS;
    }
    return { starts: Infinity, at: now };
  };

  it('ends a service that crashes at once after five starts', () => {
    expect(startsUntilGivenUp(10 * MS)).toEqual({ starts: 5, at: 450 * MS });
  });

  it('is never reached by one that runs two seconds each time', () => {
    expect(startsUntilGivenUp(2 * SECOND).starts).toBe(Infinity);
    expect(startsUntilGivenUp(1_900 * MS).starts).toBe(5);
  });

  it('counts starts by hand, in an interval that begins with the first and does not slide', () => {
    let window: StartWindow & { allowed: boolean } = countStart({ windowBeganAt: null, windowStarts: 0 }, 0);
    for (let i = 1; i < 5; i++) window = countStart(window, i);
    expect(window).toEqual({ windowBeganAt: 0, windowStarts: 5, allowed: true });
    const refused = countStart(window, 10 * SECOND);
    expect(refused).toEqual({ windowBeganAt: 0, windowStarts: 6, allowed: false });
    expect(countStart(refused, 10 * SECOND + 1)).toEqual({
      windowBeganAt: 10 * SECOND + 1,
      windowStarts: 1,
      allowed: true,
    });
    expect(serviceRestart(exit({ windowStarts: 5, nowMicros: 3 }))).toEqual({ act: 'give-up' });
    expect(serviceRestart(exit({ windowStarts: 5, nowMicros: 10 * SECOND })).act).toBe('restart');
  });
});
