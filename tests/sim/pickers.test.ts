// Who picks up what fell: nobody by default; once told to, at the real systems' pace.
import { describe, expect, it } from 'vitest';
import { createRun, GIBIBYTE, MEBIBYTE, MS, SECOND, type Command, type Run } from '../../src/sim';
import { copy, hostA, hostB, scenario, vm } from '../fixtures/worlds';

function order(run: Run, name: string, target: string, args?: Command['args']): void {
  const outcome = run.do({ name, target, ...(args && { args }) });
  expect(outcome, `${name} ${target}`).toMatchObject({ done: true });
}

/** Seconds from now until a fact is told, within ten minutes; null if it is not. */
function secondsUntil(run: Run, name: string, about: string): number | null {
  const from = run.head;
  const seen = run.factsAtHead;
  run.seek(from + 600 * SECOND);
  const fact = run.facts.slice(seen).find((told) => told.name === name && told.about === about);
  return fact === undefined ? null : (fact.at - from) / SECOND;
}

describe('nobody by default', () => {
  it.each([
    ['kill-process', 'process/b-cart-1', 'process/b-cart-1'],
    ['kill-process', 'process/a-cart-1', 'process/a-cart-1'],
    ['panic-kernel', 'kernel/vm-2', 'process/a-cart-1'],
    ['panic-kernel', 'kernel/host-b', 'process/b-cart-1'],
    ['crash-vm', 'vm/vm-2', 'process/a-cart-1'],
    ['crash-hypervisor', 'hypervisor/xen-a', 'process/a-cart-1'],
    ['pull-plug', 'host/host-b', 'process/b-cart-1'],
  ])('%s %s: %s stays down', (name, target, copy) => {
    const run = createRun(scenario([hostA, hostB]));
    order(run, name, target);
    expect(secondsUntil(run, 'process.up', copy)).toBeNull();
    expect(run.view().waitOf(target)?.condition).not.toBe('boot');
  });
});

describe('a restart policy', () => {
  it('starts a container again after 100 ms, then 200 ms, 400 ms, while its runs are short', () => {
    const run = createRun(scenario([hostB]));
    order(run, 'set-restart-policy', 'container/b-cart-1', { policy: 'always' });
    const delays = [1, 2, 3].map(() => {
      order(run, 'kill-process', 'process/b-cart-1');
      const told = run.facts.slice(0).findLast((fact) => fact.name === 'container.backing-off');
      run.seek(run.head + 4 * SECOND);
      return told?.data?.['backoffMs'];
    });
    expect(delays).toEqual([100, 200, 400]);
    expect(run.view().get('process/b-cart-1')?.tags).toContain('serving');
    expect(run.view().get('container/b-cart-1')?.context['restarts']).toBe(3);
  });

  it('names the command that set it as a condition', () => {
    const run = createRun(scenario([hostB]));
    order(run, 'set-restart-policy', 'container/b-cart-1', { policy: 'always' });
    order(run, 'kill-process', 'process/b-cart-1');
    const told = run.facts.slice(0).find((fact) => fact.name === 'container.backing-off');
    const given = told?.given?.map((seq) => run.facts.read(seq).name);
    expect(given).toEqual(['command.set-restart-policy']);
  });

  it('does nothing while the runtime is down, and the back-off of a crashed runtime ends', () => {
    const run = createRun(scenario([hostB]));
    order(run, 'set-restart-policy', 'container/b-cart-1', { policy: 'always' });
    order(run, 'kill-process', 'process/b-cart-1');
    order(run, 'crash-runtime', 'runtime/docker-b');
    expect(run.view().get('container/b-cart-1')?.state).toBe('left-alone');
    expect(run.view().get('container/b-buy-1')?.tags).toContain('up');
    expect(run.view().waitOf('container/b-cart-1')).toMatchObject({
      condition: 'picker',
      who: 'runtime/docker-b',
    });
    run.seek(60 * SECOND);
    order(run, 'start-runtime', 'runtime/docker-b');
    expect(secondsUntil(run, 'process.up', 'process/b-cart-1')).toBeCloseTo(2 + 0.2 + 1.5, 6);
  });
});

describe('a daemon that stops in order', () => {
  it.each([
    [false, 0],
    [true, 6],
  ])('live-restore %s: %i containers go on', (on, left) => {
    const run = createRun(scenario([hostB]));
    order(run, 'set-live-restore', 'runtime/docker-b', { on });
    order(run, 'stop-runtime', 'runtime/docker-b');
    const up = run
      .view()
      .ofKind('container')
      .filter((box) => box.tags.includes('up'));
    expect(up).toHaveLength(left);
  });
});

describe('a service manager', () => {
  it('starts a killed service after 100 ms and gives up after five starts in ten seconds', () => {
    const run = createRun(scenario([hostA]));
    order(run, 'set-restart', 'process/a-cart-1', { policy: 'on-failure' });
    for (let kill = 0; kill < 6; kill++) {
      order(run, 'kill-process', 'process/a-cart-1');
      run.seek(run.head + 200 * MS);
    }
    expect(run.view().get('process/a-cart-1')?.state).toBe('given-up');
    order(run, 'start-process', 'process/a-cart-1');
  });
});

describe('reboot on panic, start at boot', () => {
  it('bring host-b back: panic timeout, firmware, kernel, runtime, container, process', () => {
    const run = createRun(scenario([hostB]));
    order(run, 'set-reboot-on-panic', 'kernel/host-b', { seconds: 10 });
    order(run, 'set-start-at-boot', 'runtime/docker-b', { on: true });
    order(run, 'set-restart-policy', 'container/b-cart-1', { policy: 'unless-stopped' });
    order(run, 'panic-kernel', 'kernel/host-b');
    expect(secondsUntil(run, 'process.up', 'process/b-cart-1')).toBeCloseTo(10 + 180 + 20 + 2 + 0.2 + 1.5, 6);
    expect(run.view().get('process/b-buy-1')?.tags).toContain('down');
  });

  it('bring VM 2 back: its hypervisor restarts it once a panic is noticed', () => {
    const run = createRun(scenario([hostA]));
    order(run, 'set-on-crash', 'vm/vm-2', { action: 'restart' });
    order(run, 'set-start-at-boot', 'process/a-cart-1', { on: true });
    order(run, 'panic-kernel', 'kernel/vm-2');
    expect(secondsUntil(run, 'process.up', 'process/a-cart-1')).toBeCloseTo(2 + 20 + 1.5, 6);
  });

  it('a host without power waits for a person; plugged in again, it boots what is set to boot', () => {
    const run = createRun(scenario([hostA]));
    order(run, 'set-start-at-boot', 'vm/vm-1', { on: true });
    order(run, 'pull-plug', 'host/host-a');
    expect(run.view().waitOf('host/host-a')).toMatchObject({ condition: 'power', who: null });
    order(run, 'power-on', 'host/host-a');
    expect(secondsUntil(run, 'kernel.up', 'kernel/vm-1')).toBeCloseTo(180 + 30 + 2 + 20, 6);
    expect(run.view().get('vm/vm-2')?.tags).toContain('down');
  });
});

describe('what is set too late', () => {
  it('panic= after the panic does not revive a kernel that hangs', () => {
    const run = createRun(scenario([hostB]));
    order(run, 'panic-kernel', 'kernel/host-b');
    order(run, 'set-reboot-on-panic', 'kernel/host-b', { seconds: 10 });
    expect(secondsUntil(run, 'kernel.up', 'kernel/host-b')).toBeNull();
  });
});

describe('what waits for its picker', () => {
  it('can be told not to come back', () => {
    const run = createRun(scenario([hostA]));
    order(run, 'set-restart', 'process/a-cart-1', { policy: 'always' });
    order(run, 'kill-process', 'process/a-cart-1');
    order(run, 'stop-process', 'process/a-cart-1');
    expect(secondsUntil(run, 'process.up', 'process/a-cart-1')).toBeNull();
  });

  it('a container that is just being started goes down with an orderly stop of its daemon', () => {
    const run = createRun(scenario([hostB]));
    order(run, 'kill-process', 'process/b-cart-1');
    order(run, 'start-container', 'container/b-cart-1');
    order(run, 'stop-runtime', 'runtime/docker-b');
    expect(secondsUntil(run, 'process.up', 'process/b-cart-1')).toBeNull();
  });
});

describe('conditions', () => {
  function conditionsOf(run: Run, name: string, about: string): string[] {
    const fact = run.facts.slice(0).findLast((told) => told.name === name && told.about === about);
    return (fact?.given ?? []).map((seq) => run.facts.read(seq).name);
  }

  it('name the settings that brought a box back, and only those', () => {
    const run = createRun(scenario([hostA, hostB]));
    order(run, 'set-on-crash', 'vm/vm-2', { action: 'restart' });
    order(run, 'set-start-at-boot', 'process/a-cart-1', { on: true });
    order(run, 'set-restart-policy', 'container/b-cart-1', { policy: 'always' });
    order(run, 'panic-kernel', 'kernel/vm-2');
    order(run, 'crash-runtime', 'runtime/docker-b');
    order(run, 'kill-process', 'process/b-cart-1');
    order(run, 'start-runtime', 'runtime/docker-b');
    run.seek(120 * SECOND);
    expect(conditionsOf(run, 'vm.crashed', 'vm/vm-2')).toEqual(['command.set-on-crash']);
    expect(conditionsOf(run, 'vm.starting', 'vm/vm-2')).toEqual(['command.set-on-crash']);
    expect(conditionsOf(run, 'process.starting', 'process/a-cart-1')).toEqual(['command.set-start-at-boot']);
    expect(conditionsOf(run, 'container.starting', 'container/b-cart-1')).toEqual([
      'command.set-restart-policy',
    ]);
    order(run, 'crash-vm', 'vm/vm-2');
    expect(conditionsOf(run, 'vm.crashed', 'vm/vm-2')).toEqual([]);
  });
});

describe('the OOM choice', () => {
  it('on a host never reaches into a VM: its reservation is its own', () => {
    const guest = vm('k-1', [copy('k-search-1')], { memoryBytes: 2 * GIBIBYTE });
    const box = { kind: 'hypervisor', name: 'box', spec: { type: 2, memoryBytes: MEBIBYTE }, holds: [guest] };
    const host = {
      kind: 'host',
      name: 'small',
      spec: { memoryBytes: 4 * GIBIBYTE },
      holds: [{ kind: 'kernel', name: 'small', holds: [box, copy('k-cart-1')] }],
    };
    const run = createRun(scenario([host]));
    order(run, 'use-memory', 'process/k-cart-1', { bytes: 3 * GIBIBYTE });
    expect(run.view().get('process/k-search-1')?.tags).toContain('serving');
    expect(run.view().get('process/k-cart-1')?.context['exitCode']).toBe(137);
  });
});
