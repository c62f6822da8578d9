// What falls with what: process, container, guest kernel, hypervisor, host kernel, power.
import { describe, expect, it } from 'vitest';
import { blastIfDown, blastsNow, createRun, SECOND, type Command, type Run } from '../../src/sim';
import { hostA, hostB, hostC, laptop, scenario } from '../fixtures/worlds';

const twoHosts = () => createRun(scenario([hostA, hostB]));

function order(run: Run, name: string, target: string, args?: Command['args']): void {
  const outcome = run.do({ name, target, ...(args && { args }) });
  expect(outcome, `${name} ${target}`).toMatchObject({ done: true });
}

function copiesUp(run: Run, prefix: string): number {
  return run
    .view()
    .ofKind('process')
    .filter((copy) => copy.name.startsWith(prefix) && copy.tags.includes('serving')).length;
}

function blasts(run: Run) {
  return blastsNow(run.facts, run.factsAtHead, run.view()).map(({ root, copiesFell }) => ({
    root,
    copiesFell,
  }));
}

describe('falls', () => {
  it('starts with twelve copies serving', () => {
    const run = twoHosts();
    expect([copiesUp(run, 'a-'), copiesUp(run, 'b-')]).toEqual([6, 6]);
  });

  it('a killed process takes its container along, and nobody else', () => {
    const run = twoHosts();
    run.seek(5 * SECOND);
    order(run, 'kill-process', 'process/b-cart-1');
    expect(run.view().get('container/b-cart-1')?.state).toBe('exited');
    expect(copiesUp(run, 'b-')).toBe(5);
    expect(blasts(run)).toEqual([{ root: 'process/b-cart-1', copiesFell: 1 }]);
  });

  it('a killed process in a VM leaves the VM and its kernel up', () => {
    const run = twoHosts();
    order(run, 'kill-process', 'process/a-cart-1');
    expect(run.view().get('kernel/vm-2')?.tags).toContain('up');
    expect(blasts(run)).toEqual([{ root: 'process/a-cart-1', copiesFell: 1 }]);
  });

  it('a guest kernel takes one copy, a host kernel six', () => {
    const run = twoHosts();
    order(run, 'panic-kernel', 'kernel/vm-2');
    order(run, 'panic-kernel', 'kernel/host-b');
    expect(blasts(run)).toEqual([
      { root: 'kernel/vm-2', copiesFell: 1 },
      { root: 'kernel/host-b', copiesFell: 6 },
    ]);
    expect(run.view().get('vm/vm-2')?.tags).toContain('up');
  });

  it('a hypervisor takes all its VMs, a plug the whole host', () => {
    const run = twoHosts();
    order(run, 'crash-hypervisor', 'hypervisor/xen-a');
    order(run, 'pull-plug', 'host/host-b');
    expect(blasts(run)).toEqual([
      { root: 'hypervisor/xen-a', copiesFell: 6 },
      { root: 'host/host-b', copiesFell: 6 },
    ]);
  });

  it('containers in a VM on a type 2 hypervisor fall with the laptop', () => {
    const run = createRun(scenario([laptop]));
    const preview = blastIfDown(run.view(), 'kernel/windows');
    expect(preview.fell.filter((id) => id.startsWith('kernel/'))).toHaveLength(3);
    expect(preview.fell.filter((id) => id.startsWith('container/'))).toHaveLength(4);
    order(run, 'panic-kernel', 'kernel/windows');
    const [blast] = blastsNow(run.facts, run.factsAtHead, run.view());
    expect([...(blast?.fell ?? [])].sort()).toEqual([...preview.fell].sort());
  });

  it('containers can be placed, and fall with the kernel they were placed on', () => {
    const run = createRun(scenario(hostC));
    ['search-1', 'cart-1', 'buy-1'].forEach((name) =>
      order(run, 'place-container', `container/c-${name}`, { kernel: 'kernel/c-1' }),
    );
    run.seek(10 * SECOND);
    expect(copiesUp(run, 'c-')).toBe(3);
    order(run, 'panic-kernel', 'kernel/c-1');
    expect(copiesUp(run, 'c-')).toBe(0);
    order(run, 'remove-container', 'container/c-search-1');
    order(run, 'place-container', 'container/c-search-1', { kernel: 'kernel/c-2' });
    run.seek(20 * SECOND);
    expect(copiesUp(run, 'c-')).toBe(1);
  });
});
