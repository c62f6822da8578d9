// Docker's restart manager: the cases of its own tests, and each branch of its code.
import { describe, expect, it } from 'vitest';
import {
  RESTART_POLICIES,
  UNKNOWN_EXIT_CODE,
  dockerRestart,
  startsWithDaemon,
} from '../../../../src/sim/rooms/container/rules';
import type { Exit, FoundAtStart } from '../../../../src/sim/rooms/container/rules';

const exit = (over: Partial<Exit> = {}): Exit => ({
  policy: 'always',
  maxRetries: 0,
  exitCode: 1,
  manuallyStopped: false,
  executionMs: 1_000,
  previousTimeoutMs: 0,
  restartCount: 0,
  ...over,
});
const acts = (over: Partial<Exit>) => dockerRestart(exit(over)).shouldRestart;

describe('the pause before a restart', () => {
  it('doubles from 100 ms to one minute', () => {
    const pauses: number[] = [];
    for (let previousTimeoutMs = 0; pauses.length < 12;) {
      previousTimeoutMs = dockerRestart(exit({ previousTimeoutMs })).timeoutMs;
      pauses.push(previousTimeoutMs);
    }
    expect(pauses).toEqual([100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 51_200, 60_000, 60_000]);
  });

  it('begins again after a run of ten seconds, not of a millisecond less', () => {
    expect(dockerRestart(exit({ previousTimeoutMs: 5_000, executionMs: 10_000 })).timeoutMs).toBe(100);
    expect(dockerRestart(exit({ previousTimeoutMs: 5_000, executionMs: 9_999 })).timeoutMs).toBe(10_000);
  });

  it('is remembered when nothing is restarted, and untouched without a policy', () => {
    const clean = exit({ policy: 'on-failure', exitCode: 0, previousTimeoutMs: 200 });
    expect(dockerRestart(clean)).toEqual({ shouldRestart: false, timeoutMs: 400 });
    expect(dockerRestart(exit({ policy: 'no', previousTimeoutMs: 200 }))).toEqual({
      shouldRestart: false,
      timeoutMs: 200,
    });
  });
});

describe('the policy', () => {
  it('no never restarts, always restarts whatever the exit code', () => {
    expect(RESTART_POLICIES.map((policy) => acts({ policy, exitCode: 0 }))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(RESTART_POLICIES.map((policy) => acts({ policy, exitCode: 137 }))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('unless-stopped alone asks for a stop by hand', () => {
    const stopped = RESTART_POLICIES.map((policy) => acts({ policy, manuallyStopped: true }));
    expect(stopped).toEqual([false, true, true, false]);
  });

  it('on-failure stops after its number of retries, 0 being none', () => {
    const on = (maxRetries: number, restartCount: number) =>
      acts({ policy: 'on-failure', maxRetries, restartCount });
    expect([on(3, 2), on(3, 3), on(3, 4), on(0, 1_000)]).toEqual([true, false, false, true]);
  });
});

describe('the start of the daemon', () => {
  const found = (over: Partial<FoundAtStart>): FoundAtStart => ({
    policy: 'always',
    maxRetries: 0,
    exitCode: UNKNOWN_EXIT_CODE,
    manuallyStopped: false,
    restartCount: 0,
    startedBefore: true,
    ...over,
  });

  it('brings back what was running when the kernel went down, on-failure included', () => {
    expect(RESTART_POLICIES.map((policy) => startsWithDaemon(found({ policy })))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('leaves on-failure alone after a clean exit, unless-stopped after a stop by hand', () => {
    const stopped = RESTART_POLICIES.map((policy) =>
      startsWithDaemon(found({ policy, exitCode: 0, manuallyStopped: true })),
    );
    expect(stopped).toEqual([false, false, true, false]);
  });

  it('starts nothing that was only created', () => {
    expect(startsWithDaemon(found({ startedBefore: false }))).toBe(false);
  });
});
