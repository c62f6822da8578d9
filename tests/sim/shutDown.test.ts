// The orderly end of a machine: asked from the hardware upwards, done from the top downwards; nothing falls.
import { describe, expect, it } from 'vitest';
import { blastsNow, createRun, GIBIBYTE, SECOND, type BoxSpec, type Run } from '../../src/sim';
import { copy, hostA, hostB, laptop, scenario, vm } from '../fixtures/worlds';

function shutDown(run: Run, target: string): void {
  expect(run.do({ name: 'shut-down', target })).toMatchObject({ done: true });
}

const stateOf = (run: Run, id: string) => run.view().get(id)?.state;
const names = (run: Run) => run.facts.slice(0, run.factsAtHead).map(({ name }) => name);
const fell = (run: Run) => names(run).filter((name) => /fell|exited|crashed|lost/.test(name));
/** Seconds at which a fact was told. */
const second = (run: Run, name: string) => {
  const fact = run.facts.slice(0, run.factsAtHead).findLast((each) => each.name === name);
  return fact === undefined ? null : fact.at / SECOND;
};

describe('shutting down', () => {
  it('a host: its guests are asked first, then the hypervisor goes, then the power', () => {
    const run = createRun(scenario([hostA]));
    run.seek(10 * SECOND);
    shutDown(run, 'host/host-a');
    run.seek(12 * SECOND);
    expect(stateOf(run, 'hypervisor/xen-a')).toBe('stopping');
    expect(stateOf(run, 'kernel/vm-2')).toBe('stopping');
    expect(stateOf(run, 'process/a-cart-1')).toBe('stopped');
    run.seek(60 * SECOND);
    expect(stateOf(run, 'host/host-a')).toBe('off');
    expect(run.view().get('host/host-a')?.memory.charged).toBe(0);
    expect([second(run, 'kernel.off'), second(run, 'vm.stopped')]).toEqual([15, 15]);
    expect(second(run, 'hypervisor.off')).toBe(16);
    expect(second(run, 'host.off')).toBe(16);
    expect(fell(run)).toEqual([]);
    expect(blastsNow(run.facts, run.factsAtHead, run.view())).toEqual([]);
  });

  it('a VM: the others go on, and it can be started again', () => {
    const run = createRun(scenario([hostA]));
    shutDown(run, 'vm/vm-2');
    run.seek(5 * SECOND);
    expect(stateOf(run, 'vm/vm-2')).toBe('stopped');
    expect(stateOf(run, 'process/a-search-1')).toBe('running.serving');
    expect(run.do({ name: 'start-vm', target: 'vm/vm-2' })).toMatchObject({ done: true });
    run.seek(60 * SECOND);
    expect(stateOf(run, 'kernel/vm-2')).toBe('up');
  });

  it('containers stop with their machine, and their policy brings them back', () => {
    const run = createRun(scenario([hostB]));
    run.do({ name: 'set-start-at-boot', target: 'runtime/docker-b', args: { on: true } });
    const policy = { policy: 'unless-stopped' };
    run.do({ name: 'set-restart-policy', target: 'container/b-cart-1', args: policy });
    shutDown(run, 'host/host-b');
    run.seek(5 * SECOND);
    expect(stateOf(run, 'host/host-b')).toBe('off');
    expect(stateOf(run, 'container/b-cart-1')).toBe('stopped');
    expect(fell(run)).toEqual([]);
    run.do({ name: 'power-on', target: 'host/host-b' });
    run.seek(600 * SECOND);
    expect(stateOf(run, 'container/b-cart-1')).toBe('running');
    expect(stateOf(run, 'container/b-buy-1')).toBe('stopped');
  });

  it('an OS with a hypervisor on it waits for the guests of that', () => {
    const run = createRun(scenario([laptop]));
    shutDown(run, 'host/laptop');
    run.seek(60 * SECOND);
    expect(stateOf(run, 'host/laptop')).toBe('off');
    expect(second(run, 'hypervisor.off')).toBe(6);
    expect(second(run, 'kernel.off')).toBe(10);
    expect(fell(run)).toEqual([]);
  });

  it('a guest that cannot hear it is switched off by its hypervisor', () => {
    const run = createRun(scenario([hostA]));
    run.do({ name: 'panic-kernel', target: 'kernel/vm-2' });
    expect(run.do({ name: 'shut-down', target: 'vm/vm-2' })).toMatchObject({
      refusal: { code: 'not-heard', data: { box: 'vm/vm-2' } },
    });
    shutDown(run, 'host/host-a');
    run.seek(60 * SECOND);
    expect(stateOf(run, 'host/host-a')).toBe('off');
    expect(stateOf(run, 'vm/vm-2')).toBe('stopped');
  });

  it('is not asked twice, and nothing new is started meanwhile', () => {
    const off = vm('vm-9', [copy('search-9')], { start: 'off', memoryBytes: GIBIBYTE });
    const host: BoxSpec = {
      ...hostA,
      holds: hostA.holds!.map((box) => ({ ...box, holds: [...box.holds!, off] })),
    };
    const run = createRun(scenario([host]));
    shutDown(run, 'host/host-a');
    const data = { floor: 'hypervisor/xen-a' };
    for (const command of [
      { name: 'shut-down', target: 'host/host-a' },
      { name: 'start-vm', target: 'vm/vm-9' },
    ])
      expect(run.do(command)).toMatchObject({ refusal: { code: 'stopping', data } });
  });

  it('a panic on the way takes what is left, and only that is a fall', () => {
    const run = createRun(scenario([hostA]));
    shutDown(run, 'vm/vm-2');
    run.seek(2 * SECOND);
    run.do({ name: 'panic-kernel', target: 'kernel/vm-2' });
    run.seek(60 * SECOND);
    expect(stateOf(run, 'kernel/vm-2')).toBe('panicked');
    expect(stateOf(run, 'vm/vm-2')).toBe('up.running');
  });
});
