// Blasts are counted truly: by the break that took a box down last, in its own instant.
import { describe, expect, it } from 'vitest';
import { blastsNow, createRun, GIBIBYTE, SECOND, type BoxSpec, type Command, type Run } from '../../src/sim';
import { withoutDriver } from '../fixtures/disks';
import { copy, hostA, hostB, scenario, vm } from '../fixtures/worlds';

function order(run: Run, name: string, target: string, args?: Command['args']): void {
  expect(run.do({ name, target, ...(args && { args }) }), `${name} ${target}`).toMatchObject({ done: true });
}

function blasts(run: Run) {
  return blastsNow(run.facts, run.factsAtHead, run.view()).map(({ root, cause, copiesFell, isOrdered }) => ({
    root,
    by: run.facts.read(cause!).name,
    copiesFell,
    ...(isOrdered && { isOrdered }),
  }));
}

describe('blasts now', () => {
  it('a box that came back and is ended in order later belongs to the later end', () => {
    const run = createRun(scenario([hostB]));
    order(run, 'kill-process', 'process/b-cart-1');
    order(run, 'start-container', 'container/b-cart-1');
    run.seek(10 * SECOND);
    expect(blasts(run)).toEqual([]);
    order(run, 'stop-runtime', 'runtime/docker-b');
    expect(blasts(run).map(({ root }) => root)).toEqual(['runtime/docker-b']);
  });

  it('a stopped VM takes its copy along, and is told as stopped', () => {
    const run = createRun(scenario([hostA]));
    order(run, 'stop-vm', 'vm/vm-2');
    expect(blasts(run)).toEqual([{ root: 'vm/vm-2', by: 'vm.stopped', copiesFell: 1, isOrdered: true }]);
  });

  it('a guest that is restarted falls with its copy, and is told once', () => {
    const file: BoxSpec = { kind: 'vdisk', name: 'vm-1', spec: { of: 'vm/vm-1' } };
    const machine: BoxSpec = { ...vm('vm-1', [copy('a-cart-1')]), needs: ['vdisk/vm-1'] };
    const holds: BoxSpec[] = [{ kind: 'hypervisor', name: 'x', holds: [machine] }];
    const run = createRun(
      scenario([
        { kind: 'host', name: 'h', holds },
        { kind: 'disk', name: 'ssd', spec: { host: 'host/h', capacityBytes: 64 * GIBIBYTE }, holds: [file] },
      ]),
    );
    order(run, 'upgrade-guest', 'vm/vm-1');
    expect(blasts(run)).toEqual([{ root: 'vm/vm-1', by: 'vm.reset', copiesFell: 1, isOrdered: true }]);
  });

  it('a guest that breaks on its way back from an upgrade fell with its copy, and nothing was stopped', () => {
    const run = createRun(scenario(withoutDriver));
    order(run, 'upgrade-guest', 'vm/vm-1');
    expect(blasts(run)).toEqual([{ root: 'vm/vm-1', by: 'vm.reset', copiesFell: 1, isOrdered: true }]);
    run.seek(60 * SECOND);
    expect(blasts(run)).toEqual([{ root: 'kernel/vm-1', by: 'kernel.panicked', copiesFell: 1 }]);
    const copies = run
      .view()
      .get('kernel/vm-1')!
      .holds.map((id) => run.view().get(id)!);
    expect(copies.map(({ state }) => state)).toEqual(['fallen']);
    const fell = run.facts.slice(0).findLast(({ name }) => name === 'process.fell');
    expect(run.facts.read(fell!.because!).name).toBe('kernel.panicked');
  });

  it('a second break is one of its own, whatever the first one did', () => {
    const run = createRun(scenario([hostB]));
    order(run, 'set-restart-policy', 'container/b-cart-1', { policy: 'always' });
    order(run, 'kill-process', 'process/b-cart-1');
    run.seek(10 * SECOND);
    order(run, 'panic-kernel', 'kernel/host-b');
    expect(blasts(run)).toEqual([{ root: 'kernel/host-b', by: 'kernel.panicked', copiesFell: 6 }]);
  });

  it('two breaks side by side are counted apart, and no copy twice', () => {
    const run = createRun(scenario([hostA]));
    order(run, 'panic-kernel', 'kernel/vm-2');
    run.seek(5 * SECOND);
    order(run, 'crash-hypervisor', 'hypervisor/xen-a');
    expect(blasts(run)).toEqual([
      { root: 'kernel/vm-2', by: 'kernel.panicked', copiesFell: 1 },
      { root: 'hypervisor/xen-a', by: 'hypervisor.crashed', copiesFell: 5 },
    ]);
  });

  it('a copy that lacks what two breaks took suffers from both, and from the one that lasts', () => {
    const needy = { ...copy('n-search'), needs: ['kernel/vm-db', 'kernel/vm-cache'] };
    const run = createRun(
      scenario([
        {
          kind: 'host',
          name: 'h',
          holds: [
            {
              kind: 'hypervisor',
              name: 'x',
              holds: [vm('vm-db', []), vm('vm-cache', []), vm('vm-app', [needy])],
            },
          ],
        },
      ]),
    );
    const suffering = () =>
      blastsNow(run.facts, run.factsAtHead, run.view()).map(({ root, suffers }) => [root, ...suffers]);
    order(run, 'panic-kernel', 'kernel/vm-db');
    run.seek(SECOND);
    order(run, 'panic-kernel', 'kernel/vm-cache');
    expect(suffering()).toEqual([
      ['kernel/vm-db', 'process/n-search'],
      ['kernel/vm-cache', 'process/n-search'],
    ]);
    order(run, 'stop-vm', 'vm/vm-db');
    order(run, 'start-vm', 'vm/vm-db');
    run.seek(3 * 60 * SECOND);
    expect(suffering()).toEqual([['kernel/vm-cache', 'process/n-search']]);
  });
});
