// Each stack by name has the floors that the product really has; what carries the guests' I/O is needed, not stood on.
import { describe, expect, it } from 'vitest';
import { createRun, ioOf, SECOND, STACKS, stackOf, type Run, type StackName } from '../../src/sim';
import { copy, scenario, vm } from '../fixtures/worlds';

const runOf = (product: StackName): Run =>
  createRun(
    scenario([
      stackOf({
        host: 'h',
        product,
        vms: [vm('vm-1', [copy('search-1')]), vm('vm-2', [copy('cart-1')])],
      }),
    ]),
  );

/** Kinds from a copy down to the hardware. */
function floors(run: Run, id: string): string[] {
  const box = run.view().get(id)!;
  return box.standsOn === null ? [box.kind] : [box.kind, ...floors(run, box.standsOn)];
}

const state = (run: Run, id: string) => run.view().get(id)!.state;

describe('floors', () => {
  const bare = ['process', 'kernel', 'vm', 'hypervisor', 'host'];
  const hosted = ['process', 'kernel', 'vm', 'hypervisor', 'kernel', 'host'];
  it.each([
    ['xen', bare],
    ['hyper-v', bare],
    ['esxi', bare],
    ['kvm', hosted],
    ['virtualbox', hosted],
    ['workstation', hosted],
  ] as const)('of %s', (product, expected) => {
    expect(floors(runOf(product), 'process/search-1')).toEqual(expected);
  });

  it('are told for every product', () => {
    expect([...STACKS].sort()).toEqual(['esxi', 'hyper-v', 'kvm', 'virtualbox', 'workstation', 'xen']);
  });
});

describe.each(['xen', 'hyper-v'] as const)('the domain that manages %s', (product) => {
  it('is needed: without its drivers the guests suffer, and nothing falls', () => {
    const run = runOf(product);
    run.do({ name: 'kill-process', target: ioOf('h') });
    run.seek(SECOND);
    expect(state(run, 'process/search-1')).toBe('running.suffering');
    expect(state(run, 'vm/vm-1')).toBe('up.running');
    run.do({ name: 'start-process', target: ioOf('h') });
    run.seek(10 * SECOND);
    expect(state(run, 'process/search-1')).toBe('running.serving');
  });

  it('takes the machine along when its kernel panics', () => {
    const run = runOf(product);
    const name = product === 'xen' ? 'dom0' : 'root';
    run.do({ name: 'panic-kernel', target: `kernel/${name}` });
    expect(state(run, 'vm/vm-1')).toBe('fallen');
    run.seek(6 * SECOND);
    expect(state(run, 'host/h')).toBe(product === 'xen' ? 'firmware' : 'up');
  });

  it.each(['stop-vm', 'crash-vm', 'shut-down'])('cannot be ended by itself (%s)', (command) => {
    const name = product === 'xen' ? 'dom0' : 'root';
    expect(runOf(product).do({ name: command, target: `vm/${name}` })).toMatchObject({
      refusal: { code: 'manages', data: { box: `vm/${name}` } },
    });
  });
});

it('a guest of KVM panics alone, and its host OS takes all', () => {
  const run = runOf('kvm');
  run.do({ name: 'panic-kernel', target: 'kernel/vm-1' });
  expect(state(run, 'vm/vm-2')).toBe('up.running');
  run.do({ name: 'panic-kernel', target: 'kernel/h' });
  expect(state(run, 'vm/vm-2')).toBe('fallen');
});

describe('virtual CPUs', () => {
  it.each([
    ['xen', 128],
    ['kvm', 1024],
    ['esxi', 768],
    ['hyper-v', 2048],
    ['virtualbox', 32],
    // No source tells the limit of VMware Workstation: none is told.
    ['workstation', null],
  ] as const)('of a VM under %s: %s at most', (product, most) => {
    const run = runOf(product);
    run.do({ name: 'stop-vm', target: 'vm/vm-1' });
    const give = (vcpus: number) => run.do({ name: 'set-vcpus', target: 'vm/vm-1', args: { vcpus } });
    expect(give(most ?? 4096)).toMatchObject({ done: true });
    if (most === null) return;
    expect(give(most + 1)).toMatchObject({ refusal: { code: 'over-limit', data: { most, over: 1 } } });
    const wide = vm('vm-1', []);
    const boxes = [
      stackOf({ host: 'h', product, vms: [{ ...wide, spec: { ...wide.spec, vcpus: most + 1 } }] }),
    ];
    const about = product === 'hyper-v' ? 'about ' : '';
    expect(() => createRun(scenario(boxes))).toThrow(`; ${about}${most} at most`);
  });

  it('are not taken past the limit of another product by a cold move', () => {
    const run = createRun(
      scenario([
        stackOf({ host: 'h', product: 'kvm', vms: [vm('wide', [])] }),
        stackOf({ host: 'other', product: 'xen', vms: [] }),
      ]),
    );
    const give = (name: string, args = {}) => run.do({ name, target: 'vm/wide', args });
    give('stop-vm');
    give('set-vcpus', { vcpus: 900 });
    const to = run.view().ofKind('hypervisor').at(-1)!.id;
    expect(give('move-vm', { to })).toMatchObject({
      refusal: { code: 'over-limit', data: { most: 128, over: 772, of: 'Xen' } },
    });
    give('set-vcpus', { vcpus: 128 });
    expect(give('move-vm', { to })).toMatchObject({ done: true });
  });
});
