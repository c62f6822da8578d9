// Each device of a guest is told with what really carries it, by product.
import { describe, expect, it } from 'vitest';
import { createRun, STACKS, stackOf } from '../../../src/sim';
import { devices } from '../../../src/i18n/devices';
import { deviceRows, pickingRows, stackRows } from '../../../src/words/inspector';
import { withDisks } from '../../fixtures/disks';
import { copy, scenario, vm } from '../../fixtures/worlds';

describe.each(STACKS)('%s', (product) => {
  const vms = [vm('vm-1', [copy('cart-1')], { vcpus: 4 })];
  const view = createRun(scenario([stackOf({ host: 'h', product, vms })])).view();

  it('carries four devices of a guest', () => {
    const rows = deviceRows(view.get('vm/vm-1')!, view);
    expect(rows.map(({ label }) => label)).toEqual(Object.values(devices.labels));
    for (const { text } of rows) expect(text).toMatch(/\w{3}/);
    expect(rows[0]!.text).toMatch(/^4, each /);
  });

  it('is told on its hypervisor, and nowhere else', () => {
    expect(stackRows(view.get(`hypervisor/${product}-h`)!)).toHaveLength(1);
    expect(stackRows(view.get('vm/vm-1')!)).toEqual([]);
    expect(deviceRows(view.get('host/h')!, view)).toEqual([]);
  });
});

describe('what a guest needs', () => {
  it.each([
    ['xen', ['process/io-h']],
    ['hyper-v', ['process/io-h']],
    ['esxi', []],
    ['kvm', []],
    ['virtualbox', []],
    ['workstation', []],
  ] as const)('under %s', (product, drivers) => {
    const view = createRun(
      scenario([stackOf({ host: 'h', product, vms: [vm('vm-1', [copy('cart-1')])] })]),
    ).view();
    const boxesOf = (id: string, label: string) =>
      pickingRows(view.get(id)!, view)
        .find((row) => row.label === label)
        ?.boxes.map((box) => box.id) ?? [];
    expect(boxesOf('vm/vm-1', 'needs')).toEqual(drivers);
    for (const driver of drivers) {
      expect(boxesOf(driver, 'needed by')).toContain('vm/vm-1');
      // The domain that has the drivers does not need itself.
      expect(boxesOf(view.ofKind('vm').find(({ context }) => context['manages'])!.id, 'needs')).toEqual([]);
    }
  });
});

describe('the boxes that carry the devices of a guest', () => {
  const carried = (view: ReturnType<ReturnType<typeof createRun>['view']>, id: string) =>
    deviceRows(view.get(id)!, view).map(({ boxes }) => boxes.map((box) => box.id));

  it.each([
    ['xen', ['hypervisor/xen-h'], ['process/io-h']],
    ['hyper-v', ['hypervisor/hyper-v-h'], ['process/io-h']],
    ['esxi', ['hypervisor/esxi-h'], ['hypervisor/esxi-h']],
    ['kvm', ['kernel/h'], ['kernel/h']],
    ['virtualbox', ['kernel/h'], ['kernel/h']],
    ['workstation', ['kernel/h'], ['kernel/h']],
  ] as const)('of %s', (product, cpu, input) => {
    const vms = [vm('vm-1', [copy('cart-1')])];
    const view = createRun(scenario([stackOf({ host: 'h', product, vms })])).view();
    expect(carried(view, 'vm/vm-1')).toEqual([cpu, ['host/h'], input, input]);
  });

  it.each(['xen', 'hyper-v'] as const)(
    'of the domain that manages %s are its own drivers, and no back end of itself',
    (product) => {
      const vms = [vm('vm-1', [copy('cart-1')])];
      const view = createRun(scenario([stackOf({ host: 'h', product, vms })])).view();
      const manager = view.ofKind('vm').find(({ context }) => context['manages'])!;
      const told = deviceRows(manager, view).slice(2);
      for (const { text, boxes } of told) {
        expect(text).toMatch(/of its own/);
        expect(text).not.toMatch(/front|back|VMBus/);
        expect(boxes.map(({ id }) => id)).toEqual(['process/io-h']);
      }
    },
  );

  it('are the file and the disk that it lies on, where they are in the world', () => {
    const run = createRun(scenario(withDisks));
    expect(carried(run.view(), 'vm/vm-1')[2]).toEqual(['vdisk/vm-1', 'disk/ssd-a']);
    expect(run.do({ name: 'take-snapshot', target: 'vm/vm-1' })).toMatchObject({ done: true });
    expect(carried(run.view(), 'vm/vm-1')[2]).toEqual(['vdisk/vm-1-1', 'disk/ssd-a']);
  });
});
