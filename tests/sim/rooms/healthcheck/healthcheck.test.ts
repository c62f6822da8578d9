// What Docker finds out about a container that runs, when it looks, and that it does nothing about it.
import { describe, expect, it } from 'vitest';
import {
  createRun,
  GIBIBYTE,
  MEBIBYTE,
  SECOND,
  type BoxSpec,
  type Run,
  type TimedCommand,
} from '../../../../src/sim';
import { failureCounts, pauseBefore } from '../../../../src/sim/rooms/healthcheck/rules';
import { HEALTHCHECK_DEFAULTS } from '../../../../src/sim/rooms/healthcheck/facts';
import { chainHost, give, type Chain } from '../../../fixtures/chains';

const DB: BoxSpec = {
  kind: 'host',
  name: 'host-b',
  holds: [
    { kind: 'kernel', name: 'host-b', holds: [{ kind: 'process', name: 'db', spec: { startMs: 1_000 } }] },
  ],
};

interface World {
  readonly check?: BoxSpec['spec'];
  readonly container?: BoxSpec['spec'];
  readonly program?: BoxSpec['spec'];
  readonly chain?: Chain;
}

/** Two hosts: search under a runtime, with a check and in need of the database on the other one. */
function played(commands: readonly TimedCommand[], seconds: number, world: World = {}): Run {
  const host = chainHost(world.chain ?? 'docker', world.container);
  const search = (box: BoxSpec): BoxSpec => {
    const holds = box.holds?.map(search);
    const program =
      box.kind === 'process' && box.name === 'search'
        ? { spec: { ...box.spec, ...world.program }, needs: ['process/db'] }
        : {};
    return { ...box, ...program, ...(holds && { holds }) };
  };
  const check: BoxSpec = {
    kind: 'healthcheck',
    name: 'search',
    spec: { intervalMs: 10_000, ...world.check },
  };
  const boxes = [search(host), DB, check];
  const run = createRun({ id: 'health', seed: 1, world: { boxes } }, commands, seconds * SECOND);
  run.seek(seconds * SECOND);
  return run;
}

const health = (run: Run) => run.view().get('healthcheck/search');
const stateOf = (run: Run) => health(run)?.state.split('.')[0];
const streakOf = (run: Run) => health(run)?.context['failingStreak'];
const secondsOf = (run: Run, name: string) =>
  run.facts
    .slice(0)
    .filter((fact) => fact.name === name)
    .map(({ at }) => at / SECOND);
const killDb = give(1, 'kill-process', 'process/db');

describe('when Docker looks', () => {
  it('first after one interval, then one interval after each answer', () => {
    const run = played([], 9);
    expect(stateOf(run)).toBe('starting');
    run.seek(11 * SECOND);
    expect(secondsOf(run, 'healthcheck.healthy')).toEqual([10.1]);
    expect(health(run)?.due).toBe(20.1 * SECOND);
  });

  it('every five seconds in the start period, until a look went well', () => {
    const check = { ...HEALTHCHECK_DEFAULTS, startPeriodMs: 20_000 };
    expect(pauseBefore(check, true, 0)).toBe(5_000);
    expect(pauseBefore(check, true, 20_000)).toBe(30_000);
    expect(pauseBefore(check, false, 5_000)).toBe(30_000);
    expect(failureCounts(check, true, 19_999)).toBe(false);
    expect(failureCounts(check, true, 20_000)).toBe(true);
    expect(failureCounts(check, false, 0)).toBe(true);
  });

  it('a slow program is unhealthy without a start period, and starts in peace with one', () => {
    const slow = {
      container: { start: 'off' },
      program: { start: 'off', startMs: 25_000 },
    };
    const start = [give(1, 'start-container', 'container/search')];
    const check = { intervalMs: 5_000, retries: 3 };
    const without = played(start, 22, { ...slow, check });
    expect(stateOf(without)).toBe('unhealthy');
    const within = played(start, 22, { ...slow, check: { ...check, startPeriodMs: 60_000 } });
    expect([stateOf(within), streakOf(within)]).toEqual(['starting', 0]);
    within.seek(40 * SECOND);
    expect(stateOf(within)).toBe('healthy');
  });
});

describe('what follows from failures', () => {
  it('so many in a row make it unhealthy, and one good look makes it healthy', () => {
    const commands = [give(12, 'kill-process', 'process/db'), give(45, 'start-process', 'process/db')];
    const run = played(commands, 31);
    expect([stateOf(run), streakOf(run)]).toEqual(['healthy', 2]);
    run.seek(41 * SECOND);
    expect([stateOf(run), streakOf(run)]).toEqual(['unhealthy', 3]);
    run.seek(60 * SECOND);
    expect([stateOf(run), streakOf(run)]).toEqual(['healthy', 0]);
    expect(secondsOf(run, 'healthcheck.unhealthy')).toHaveLength(1);
  });

  it('Docker does nothing about it, whatever its policy: the container runs on', () => {
    const run = played([killDb], 600, { container: { restartPolicy: 'always' } });
    expect(stateOf(run)).toBe('unhealthy');
    const search = run.view().get('container/search');
    expect([search?.state, search?.context['restarts']]).toEqual(['running', 0]);
  });

  it('a look that takes longer than its timeout has failed', () => {
    const run = played([], 100, { check: { answerMs: 8_000, timeoutMs: 5_000 } });
    expect(health(run)?.context['lastLook']).toBe('timeout');
    expect(secondsOf(run, 'healthcheck.failed').slice(0, 2)).toEqual([15, 30]);
  });

  it('a program that waits for memory does not answer', () => {
    const commands = [
      give(1, 'set-memory-high', 'container/search', { bytes: 100 * MEBIBYTE }),
      give(2, 'use-memory', 'process/search', { bytes: 200 * MEBIBYTE }),
    ];
    const run = played(commands, 100, { check: { timeoutMs: 5_000 } });
    expect([stateOf(run), health(run)?.context['lastLook']]).toEqual(['unhealthy', 'timeout']);
  });
});

describe('who looks', () => {
  it('Docker alone', () => {
    for (const chain of ['containerd', 'cri-o', 'lxc', 'rkt'] as const)
      expect(stateOf(played([], 60, { chain })), chain).toBe('off');
  });

  it('nobody while dockerd is down; when it is back, all begins anew', () => {
    const commands = [
      give(12, 'kill-process', 'process/db'),
      give(35, 'crash-runtime', 'runtime/dockerd'),
      give(50, 'start-runtime', 'runtime/dockerd'),
    ];
    const run = played(commands, 40);
    expect(stateOf(run)).toBe('off');
    run.seek(55 * SECOND);
    expect([stateOf(run), streakOf(run)]).toEqual(['starting', 0]);
    run.seek(90 * SECOND);
    expect(stateOf(run)).toBe('unhealthy');
  });

  it('a look without containerd cannot be run, and has failed', () => {
    const run = played([give(1, 'crash-runtime', 'runtime/containerd')], 12);
    expect([stateOf(run), health(run)?.context['lastLook'], streakOf(run)]).toEqual([
      'starting',
      'not-run',
      1,
    ]);
  });

  it('nobody once the container has ended; a new start is a new beginning', () => {
    const commands = [
      give(12, 'kill-process', 'process/search'),
      give(20, 'start-container', 'container/search'),
      give(60, 'stop-container', 'container/search'),
    ];
    const run = played(commands, 15);
    expect(stateOf(run)).toBe('off');
    run.seek(25 * SECOND);
    expect(stateOf(run)).toBe('starting');
    run.seek(35 * SECOND);
    expect(stateOf(run)).toBe('healthy');
    run.seek(61 * SECOND);
    expect(stateOf(run)).toBe('off');
  });
});

/** A box in a VM, on a hypervisor of its own. */
const inVm = (name: string, gibibytes: number, kernel: BoxSpec, needs: readonly string[] = []): BoxSpec => ({
  kind: 'hypervisor',
  name,
  spec: { product: 'kvm' },
  holds: [{ kind: 'vm', name, spec: { memoryBytes: gibibytes * GIBIBYTE }, needs, holds: [kernel] }],
});

describe('in a VM that stands still', () => {
  const [kernel] = chainHost('docker').holds!;
  const nested: BoxSpec = { kind: 'kernel', name: 'outer', holds: [inVm('inner', 1, kernel!)] };
  const disk: BoxSpec = {
    kind: 'disk',
    name: 'ssd',
    spec: { host: 'host/host-a', capacityBytes: 16 * GIBIBYTE, bytesPerSecond: 8 * MEBIBYTE },
    holds: [{ kind: 'vdisk', name: 'vm-1', spec: { of: 'vm/vm-1', virtualBytes: GIBIBYTE } }],
  };

  it.each([
    ['itself', kernel!],
    ['that its own VM runs in', nested],
  ])('Docker does not look either, and nothing has failed: the VM %s', (_, held) => {
    const host: BoxSpec = { kind: 'host', name: 'host-a', holds: [inVm('vm-1', 4, held, ['vdisk/vm-1'])] };
    const check: BoxSpec = { kind: 'healthcheck', name: 'search', spec: { intervalMs: 10_000 } };
    const snapshot = give(32, 'take-snapshot', 'vm/vm-1', { memory: true });
    const run = createRun(
      { id: 'still', seed: 1, world: { boxes: [host, disk, check] } },
      [snapshot],
      400 * SECOND,
    );
    run.seek(31 * SECOND);
    expect(stateOf(run)).toBe('healthy');
    run.seek(400 * SECOND);
    const [from, to] = ['vm.saving', 'vm.saved'].map((name) => secondsOf(run, name)[0]!);
    expect(to! - from!).toBeGreaterThan(30);
    expect(secondsOf(run, 'healthcheck.failed')).toEqual([]);
    expect([stateOf(run), streakOf(run), health(run)?.context['lastLook']]).toEqual(['healthy', 0, 'passed']);
  });
});
