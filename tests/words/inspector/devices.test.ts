// Each device of a guest is told with what really carries it, by product.
import { describe, expect, it } from 'vitest';
import { createRun, STACKS, stackOf } from '../../../src/sim';
import { devices } from '../../../src/i18n/devices';
import { deviceRows, stackRows } from '../../../src/words/inspector';
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
