// Limits of a container while it runs: weight, quota, memory.high, memory.max, and whom the OOM killer chooses.
import { describe, expect, it } from 'vitest';
import {
  CORE,
  createRun,
  GIBIBYTE,
  MEBIBYTE,
  type BoxSpec,
  type Run,
  type Scalar,
} from '../../../../src/sim';
import { scenario } from '../../../fixtures/worlds';

const program = (name: string, spec: BoxSpec['spec'] = {}): BoxSpec => ({
  kind: 'process',
  name,
  spec: { memoryBytes: 200 * MEBIBYTE, ...spec },
});
const container = (name: string, holds: readonly BoxSpec[], spec: BoxSpec['spec'] = {}): BoxSpec => ({
  kind: 'container',
  name,
  spec,
  holds,
});

/** A host of 8 cores and 32 GiB with containers on one kernel. */
function world(...holds: BoxSpec[]): Run {
  const kernel = { kind: 'kernel', name: 'h', holds: [{ kind: 'runtime', name: 'docker' }, ...holds] };
  return createRun(scenario([{ kind: 'host', name: 'h', holds: [kernel] }]));
}

const set = (run: Run, name: string, target: string, args: Record<string, Scalar>) =>
  run.do({ name, target, args });
const cpu = (run: Run, id: string) => run.view().get(id)!.cpu.granted / CORE;
const charged = (run: Run, id: string) => run.view().get(id)!.memory.charged / MEBIBYTE;
const state = (run: Run, id: string) => run.view().get(id)!.state;
const ended = (run: Run) =>
  run.facts
    .slice(0)
    .filter(({ name }) => name === 'process.oom-killed')
    .map(({ about }) => about);

describe('weight and quota', () => {
  const pair = () =>
    world(
      container('a', [program('a', { cpuMicro: 8 * CORE })]),
      container('b', [program('b', { cpuMicro: 8 * CORE })]),
    );

  it('a weight counts by container, whatever its threads, and only while both want more', () => {
    const run = pair();
    set(run, 'set-threads', 'process/a', { threads: 64 });
    expect([cpu(run, 'container/a'), cpu(run, 'container/b')]).toEqual([4, 4]);
    set(run, 'set-cpu-weight', 'container/b', { weight: 300 });
    expect([cpu(run, 'container/a'), cpu(run, 'container/b')]).toEqual([2, 6]);
    set(run, 'set-threads', 'process/b', { threads: 0 });
    expect([cpu(run, 'container/a'), cpu(run, 'container/b')]).toEqual([8, 0]);
  });

  it('a quota holds beside idle cores, and its pattern is told', () => {
    const run = world(container('a', [program('a', { cpuMicro: 4 * CORE })]));
    expect(run.view().periodOf('container/a')).toBeNull();
    set(run, 'set-cpu-max', 'container/a', { quotaMicros: 100_000 });
    expect(cpu(run, 'container/a')).toBe(1);
    expect(run.view().periodOf('container/a')).toMatchObject({
      periodMicros: 100_000,
      runsMicros: 25_000,
      throttled: 1,
      throttledMicros: 300_000,
    });
    set(run, 'set-cpu-max', 'container/a', { quotaMicros: 0 });
    expect([cpu(run, 'container/a'), run.view().periodOf('container/a')]).toEqual([4, null]);
  });

  it('a quota that others do not leave it does not stop it', () => {
    const run = pair();
    set(run, 'set-cpu-max', 'container/a', { quotaMicros: 600_000 });
    expect(run.view().periodOf('container/a')).toMatchObject({ throttled: 0 });
  });

  it('is refused out of range, with the limit', () => {
    const run = pair();
    const refused = (name: string, args: Record<string, Scalar>) => {
      const answer = set(run, name, 'container/a', args);
      return answer.done ? null : answer.refusal;
    };
    expect(refused('set-cpu-weight', { weight: 0 })?.data['wanted']).toBe('a whole number from 1 to 10000');
    expect(refused('set-cpu-weight', { weight: 10_001 })?.code).toBe('bad-argument');
    expect(refused('set-cpu-max', { quotaMicros: 999 })).toMatchObject({
      code: 'quota-short',
      data: { leastMicros: 1_000 },
    });
    expect(refused('set-cpu-max', { quotaMicros: 1_000 })).toBeNull();
    expect(refused('set-memory-max', { bytes: MEBIBYTE })).toMatchObject({
      code: 'limit-short',
      data: { leastBytes: 6 * MEBIBYTE },
    });
  });
});

describe('memory.max', () => {
  const shop = (spec: BoxSpec['spec'] = {}) =>
    world(
      container('a', [program('main'), program('worker', { memoryBytes: 300 * MEBIBYTE })], {
        memoryLimitBytes: 600 * MEBIBYTE,
        ...spec,
      }),
      container('b', [program('big', { memoryBytes: 4 * GIBIBYTE })]),
    );
  const use = (run: Run, name: string, mebibytes: number) =>
    set(run, 'use-memory', `process/${name}`, { bytes: mebibytes * MEBIBYTE });

  it('ends the heaviest inside, not the larger neighbour, and tells whom it weighed', () => {
    const run = shop();
    use(run, 'worker', 500);
    expect(ended(run)).toEqual(['process/worker']);
    expect(state(run, 'container/a')).toBe('running');
    const told = run.facts.slice(0).find(({ name }) => name === 'kernel.out-of-memory');
    expect(told?.data).toMatchObject({
      level: 'container/a',
      weighed: ['process/main', 'process/worker'],
      victim: 'process/worker',
    });
    expect(run.view().get('container/a')?.context['oomKilled']).toBe(true);
  });

  it('with memory.oom.group ends all inside: the container exits with 137', () => {
    const run = shop();
    set(run, 'set-oom-group', 'container/a', { on: true });
    use(run, 'worker', 500);
    expect(ended(run)).toEqual(['process/main', 'process/worker']);
    expect(run.view().get('container/a')).toMatchObject({
      state: 'exited',
      context: { exitCode: 137, oomKilled: true },
    });
  });

  it('below what a program needs ends it as it starts, with 137, and nothing of it is left', () => {
    const run = world(container('a', [program('a', { start: 'off' })], { start: 'off' }));
    set(run, 'set-memory-max', 'container/a', { bytes: 100 * MEBIBYTE });
    expect(run.do({ name: 'start-container', target: 'container/a' })).toMatchObject({ done: true });
    run.seek(run.head + 1_000_000);
    const exited = run.view().get('container/a')!;
    expect([exited.state, exited.context['exitCode'], exited.context['oomKilled']]).toEqual([
      'exited',
      137,
      true,
    ]);
    expect(charged(run, 'container/a')).toBe(0);
    set(run, 'set-memory-max', 'container/a', { bytes: 300 * MEBIBYTE });
    run.do({ name: 'start-container', target: 'container/a' });
    run.seek(run.head + 1_000_000);
    expect(state(run, 'container/a')).toBe('running');
  });

  it('set below what is used ends processes until the rest fits', () => {
    const run = shop();
    set(run, 'set-memory-max', 'container/a', { bytes: 250 * MEBIBYTE });
    expect(ended(run)).toEqual(['process/worker']);
    expect(charged(run, 'container/a')).toBe(200);
    set(run, 'set-memory-max', 'container/a', { bytes: 100 * MEBIBYTE });
    expect(state(run, 'container/a')).toBe('exited');
  });

  it('spares -1000: then another one, and at last nobody', () => {
    const run = shop();
    set(run, 'set-oom-score-adj', 'process/worker', { adjustment: -1000 });
    use(run, 'worker', 380);
    expect(ended(run)).toEqual([]);
    use(run, 'worker', 500);
    expect(ended(run)).toEqual(['process/main']);
  });

  it('that nobody may be killed for lets the program wait, without CPU', () => {
    const run = world(container('a', [program('main', { oomScoreAdj: 0 })], { memoryLimitBytes: GIBIBYTE }));
    set(run, 'set-oom-score-adj', 'process/main', { adjustment: -1000 });
    use(run, 'main', 2_000);
    expect(state(run, 'process/main')).toBe('running.serving');
    expect(run.view().get('process/main')!.cpu).toMatchObject({ granted: 0, wanted: 100_000 });
    expect(run.view().waitOf('process/main')).toMatchObject({ condition: 'memory', who: 'container/a' });
    set(run, 'set-memory-max', 'container/a', { bytes: 2 * GIBIBYTE });
    expect([charged(run, 'container/a'), cpu(run, 'process/main')]).toEqual([2_000, 0.1]);
  });
});

describe('memory.high', () => {
  it('never kills: what is above it waits, until there is room again', () => {
    const run = world(
      container('a', [program('main'), program('worker', { memoryBytes: 300 * MEBIBYTE })], {
        memoryHighBytes: 600 * MEBIBYTE,
      }),
    );
    set(run, 'use-memory', 'process/main', { bytes: 500 * MEBIBYTE });
    expect([charged(run, 'container/a'), cpu(run, 'process/main'), ended(run).length]).toEqual([600, 0, 0]);
    expect(run.view().get('process/main')).toMatchObject({ state: 'running.stuck' });
    expect(run.view().get('process/main')!.tags).not.toContain('serving');
    expect(run.view().get('process/worker')!.tags).toContain('serving');
    set(run, 'use-memory', 'process/worker', { bytes: 100 * MEBIBYTE });
    expect([charged(run, 'container/a'), cpu(run, 'process/main')]).toEqual([600, 0.1]);
    expect(run.view().get('process/main')!.tags).toContain('serving');
    set(run, 'use-memory', 'process/main', { bytes: 600 * MEBIBYTE });
    set(run, 'kill-process', 'process/worker', {});
    expect([charged(run, 'container/a'), cpu(run, 'process/main')]).toEqual([600, 0.1]);
  });

  it('has what slept answer with errors at once where what it needs went down meanwhile', () => {
    const run = world(
      container('a', [{ ...program('main'), needs: ['process/base'] }], { memoryHighBytes: 600 * MEBIBYTE }),
      program('base'),
    );
    set(run, 'use-memory', 'process/main', { bytes: 900 * MEBIBYTE });
    set(run, 'kill-process', 'process/base', {});
    expect(run.view().get('process/main')).toMatchObject({ state: 'running.stuck' });
    set(run, 'set-memory-high', 'container/a', { bytes: 0 });
    expect(run.view().get('process/main')).toMatchObject({ state: 'running.suffering' });
    const said = run.facts.slice(0).filter(({ about }) => about === 'process/main');
    expect(said.map(({ name }) => name).slice(-2)).toEqual(['process.stuck', 'process.suffering']);
  });

  it('lets nobody be answered by a program that never got what it starts with', () => {
    const run = world(container('a', [program('main')], { memoryHighBytes: 100 * MEBIBYTE }));
    set(run, 'kill-process', 'process/main', {});
    set(run, 'start-container', 'container/a', {});
    run.seek(30_000_000);
    expect(run.view().get('process/main')).toMatchObject({ state: 'running.stuck' });
    set(run, 'set-memory-high', 'container/a', { bytes: 0 });
    expect(run.view().get('process/main')).toMatchObject({ state: 'running.serving' });
    const said = run.facts.slice(0).map(({ name }) => name);
    expect(said.filter((name) => ['process.stuck', 'process.recovered'].includes(name)).slice(-2)).toEqual([
      'process.stuck',
      'process.recovered',
    ]);
  });
});

describe('a program that looks at its limits when it starts', () => {
  const java = (limit: number) =>
    world(
      container('a', [program('java', { heapPercent: 75, sizesThreads: true })], {
        memoryLimitBytes: limit,
        cpuLimitMicro: 2 * CORE,
      }),
    );

  it('takes its heap and its threads by them, and does not look again', () => {
    const run = java(GIBIBYTE);
    expect([charged(run, 'container/a'), cpu(run, 'container/a')]).toEqual([768, 2]);
    set(run, 'set-memory-max', 'container/a', { bytes: 2 * GIBIBYTE });
    set(run, 'set-cpu-max', 'container/a', { quotaMicros: 400_000 });
    expect([charged(run, 'container/a'), cpu(run, 'container/a')]).toEqual([768, 2]);
    set(run, 'stop-container', 'container/a', {});
    set(run, 'start-container', 'container/a', {});
    run.seek(10_000_000);
    expect([charged(run, 'container/a'), cpu(run, 'container/a')]).toEqual([1_536, 4]);
  });

  it('is killed by a limit that is set lower, and throttled by a lower quota', () => {
    const run = java(GIBIBYTE);
    set(run, 'set-cpu-max', 'container/a', { quotaMicros: 100_000 });
    expect(run.view().periodOf('container/a')).toMatchObject({ runsMicros: 50_000, throttled: 1 });
    set(run, 'set-memory-max', 'container/a', { bytes: 512 * MEBIBYTE });
    expect(run.view().get('container/a')).toMatchObject({ state: 'exited', context: { exitCode: 137 } });
  });

  it('without a limit takes the machine for its own', () => {
    const run = world(container('a', [program('java', { heapPercent: 25, sizesThreads: true })]));
    expect([charged(run, 'container/a'), cpu(run, 'container/a')]).toEqual([8_192, 8]);
  });
});
