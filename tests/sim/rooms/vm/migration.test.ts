// Live migration in the world: rounds in virtual time, memory on two hosts, what fails and what is refused.
import { describe, expect, it } from 'vitest';
import {
  CORE,
  createRun,
  GIBIBYTE,
  MEBIBYTE,
  SECOND,
  type BoxSpec,
  type Command,
  type Run,
} from '../../../../src/sim';
import { copy, scenario, vm } from '../../../fixtures/worlds';

function host(
  name: string,
  holds: readonly BoxSpec[],
  spec: BoxSpec['spec'] = {},
  hv: BoxSpec['spec'] = {},
): BoxSpec {
  const hypervisor = { kind: 'hypervisor', name, spec: { product: 'kvm', ...hv }, holds };
  return { kind: 'host', name, spec: { memoryBytes: 16 * GIBIBYTE, ...spec }, holds: [hypervisor] };
}

const shop = (spec: BoxSpec['spec'] = {}) =>
  vm('shop', [copy('cart-1', { cpuMicro: CORE })], {
    dirtyBytesPerSecond: 64 * MEBIBYTE,
    workingSetBytes: GIBIBYTE,
    ...spec,
  });
const two = (spec: BoxSpec['spec'] = {}, target: BoxSpec['spec'] = {}, hv: BoxSpec['spec'] = {}) =>
  createRun(scenario([host('one', [shop(spec)], {}, hv), host('two', [], target, hv)]));
const order = (run: Run, name: string, target: string, args?: Command['args']) =>
  run.do({ name, target, ...(args && { args }) });
const migrate = (run: Run, mode?: string) =>
  order(run, 'migrate-vm', 'vm/shop', { to: 'hypervisor/two', ...(mode !== undefined && { mode }) });
const told = (run: Run, name: string) => run.facts.slice(0).filter((fact) => fact.name === name);
const state = (run: Run) => run.view().get('vm/shop')?.state;
const charged = (run: Run) =>
  ['one', 'two'].map((name) => run.view().get(`host/${name}`)!.memory.charged / GIBIBYTE);

describe('a live migration', () => {
  it('sends memory in rounds while the copy serves, pauses it briefly, and goes on elsewhere', () => {
    const run = two();
    expect(migrate(run)).toMatchObject({ done: true });
    expect(charged(run)).toEqual([5, 5]);
    run.seek(60 * SECOND);
    const rounds = told(run, 'vm.round').map(({ at, data }) => [
      at,
      (data!['roundBytes'] as number) / MEBIBYTE,
    ]);
    // 128 MiB/s, half of what is sent is written meanwhile, and never more than a GiB.
    expect(rounds).toEqual([
      [0, 4096],
      [32 * SECOND, 1024],
      [40 * SECOND, 512],
      [44 * SECOND, 256],
      [46 * SECOND, 128],
      [47 * SECOND, 64],
    ]);
    expect(told(run, 'vm.paused')[0]).toMatchObject({ at: 47.5 * SECOND, data: { roundMs: 250 } });
    expect(told(run, 'vm.migrated')[0]).toMatchObject({
      at: 47.75 * SECOND,
      data: { peer: 'hypervisor/two' },
    });
    expect(run.view().get('vm/shop')?.standsOn).toBe('hypervisor/two');
    expect(run.view().get('process/cart-1')?.tags).toContain('serving');
    expect(told(run, 'process.up')).toHaveLength(1);
    expect(charged(run)).toEqual([1, 5]);
    run.seek(47.6 * SECOND);
    expect(run.view().get('vm/shop')?.cpu).toMatchObject({ granted: 0, stolen: 0 });
    run.seek(47.8 * SECOND);
    expect(run.view().get('vm/shop')?.cpu.granted).toBe(CORE);
  });

  it('falls with its new host afterwards, not with the old one', () => {
    const run = two();
    migrate(run);
    run.seek(60 * SECOND);
    order(run, 'pull-plug', 'host/one');
    expect(state(run)).toBe('up.running');
    order(run, 'pull-plug', 'host/two');
    expect(state(run)).toBe('fallen');
  });

  it('Xen stops after five rounds however much is left', () => {
    const run = two({ dirtyBytesPerSecond: 2 * GIBIBYTE }, {}, { product: 'xen' });
    migrate(run);
    run.seek(60 * SECOND);
    expect(told(run, 'vm.round')).toHaveLength(5);
    expect(told(run, 'vm.not-converging')).toEqual([]);
    expect(told(run, 'vm.paused')[0]?.data?.['roundMs']).toBeCloseTo(GIBIBYTE / 1_250_000, 2);
  });

  it('a guest that is off inside writes nothing', () => {
    const run = two();
    order(run, 'stop-process', 'process/cart-1');
    migrate(run);
    run.seek(60 * SECOND);
    expect(told(run, 'vm.round')).toHaveLength(1);
  });
});

describe('a migration that never ends', () => {
  const busy = () => two({ dirtyBytesPerSecond: 200 * MEBIBYTE });

  it('says so, once, and goes on until it is called off', () => {
    const run = busy();
    migrate(run);
    run.seek(300 * SECOND);
    expect(told(run, 'vm.not-converging')).toHaveLength(1);
    expect(told(run, 'vm.round').length).toBeGreaterThan(20);
    expect(order(run, 'cancel-migration', 'vm/shop')).toMatchObject({ done: true });
    expect([state(run), charged(run)]).toEqual(['up.running', [5, 1]]);
    expect(order(run, 'cancel-migration', 'vm/shop')).toMatchObject({ refusal: { code: 'not-migrating' } });
  });

  it('ends with auto-converge, which takes CPU away', () => {
    const run = busy();
    migrate(run);
    run.seek(100 * SECOND);
    order(run, 'set-migration-mode', 'vm/shop', { mode: 'auto-converge' });
    run.seek(300 * SECOND);
    expect(run.view().get('vm/shop')?.standsOn).toBe('hypervisor/two');
    const throttles = told(run, 'vm.round').map(({ data }) => data!['throttlePercent'] as number);
    expect(Math.max(...throttles)).toBe(70);
    const slowed = told(run, 'vm.round').find(({ data }) => data!['throttlePercent'] === 70)!;
    run.seek(slowed.at);
    expect(run.view().get('vm/shop')?.cpu.granted).toBe(0.6 * CORE);
    run.seek(300 * SECOND);
    expect(run.view().get('vm/shop')?.cpu.granted).toBe(CORE);
  });

  it('ends with post-copy: the guest goes over first, and needs both hosts until its memory is there', () => {
    const run = busy();
    migrate(run, 'post-copy');
    run.seek(33 * SECOND);
    expect([state(run), run.view().get('vm/shop')?.standsOn]).toEqual([
      'up.migrating.pulling',
      'hypervisor/two',
    ]);
    expect(charged(run)).toEqual([5, 5]);
    const lost = run.fork();
    order(lost, 'pull-plug', 'host/one');
    expect([state(lost), told(lost, 'vm.migration-lost').length]).toEqual(['crashed', 1]);
    run.seek(60 * SECOND);
    expect([state(run), charged(run), told(run, 'vm.pulled')[0]?.at]).toEqual([
      'up.running',
      [1, 5],
      40 * SECOND,
    ]);
  });
});

describe('a migration whose other side is gone', () => {
  it('leaves the VM where it is when the target is lost', () => {
    const run = two();
    migrate(run);
    run.seek(10 * SECOND);
    order(run, 'crash-hypervisor', 'hypervisor/two');
    expect([state(run), charged(run)]).toEqual(['up.running', [5, 0]]);
    expect(told(run, 'vm.migration-failed')).toHaveLength(1);
  });

  it('ends with the VM when its own host is lost, and keeps nothing at the target', () => {
    const run = two();
    migrate(run);
    run.seek(10 * SECOND);
    order(run, 'pull-plug', 'host/one');
    expect([state(run), charged(run)]).toEqual(['fallen', [0, 1]]);
  });
});

describe('refused', () => {
  const refusal = (run: Run, mode?: string) => {
    const before = run.digest();
    const outcome = migrate(run, mode);
    expect(run.digest()).toBe(before);
    return outcome.done ? null : outcome.refusal;
  };

  it.each([
    [
      'without room',
      two({}, { memoryBytes: 4 * GIBIBYTE }),
      'no-memory',
      { neededBytes: 4 * GIBIBYTE, freeBytes: 3 * GIBIBYTE, where: 'host/two' },
    ],
    [
      'without the CPU type',
      two({}, { cpu: 'x86-64-v2' }),
      'cpu-missing',
      { cpu: 'x86-64-v2', wanted: 'x86-64-v3' },
    ],
    ['without a network', two({}, { networkBytesPerSecond: 0 }), 'no-network', {}],
    ['to a host that is off', two({}, { start: 'off' }), 'target-down', {}],
    ['of a VM that is off', two({ start: 'off' }), 'already-down', {}],
  ])('%s', (_, run, code, data) => {
    expect(refusal(run)).toMatchObject({ code, data });
  });

  it('to another product, to itself, twice, and in a way that Xen does not have', () => {
    const mixed = createRun(scenario([host('one', [shop()]), host('two', [], {}, { product: 'xen' })]));
    expect(refusal(mixed)?.code).toBe('other-product');
    const run = two();
    const home = order(run, 'migrate-vm', 'vm/shop', { to: 'hypervisor/one' });
    expect(home).toMatchObject({ refusal: { code: 'same-place' } });
    migrate(run);
    expect(refusal(run)?.code).toBe('migrating');
    expect(refusal(two({}, {}, { product: 'xen' }), 'post-copy')?.code).toBe('mode-missing');
  });

  it('back to the older CPU is fine for a guest that booted there', () => {
    const run = two({}, { cpu: 'x86-64-v4' });
    migrate(run);
    run.seek(60 * SECOND);
    const back = order(run, 'migrate-vm', 'vm/shop', { to: 'hypervisor/one' });
    expect(back).toMatchObject({ done: true });
  });
});

describe('a cold migration', () => {
  it('moves a VM that is off, whatever the CPU type, and starts it there', () => {
    const run = two({}, { cpu: 'x86-64-v2' });
    const move = () => order(run, 'move-vm', 'vm/shop', { to: 'hypervisor/two' });
    expect(move()).toMatchObject({ refusal: { code: 'already-up' } });
    order(run, 'stop-vm', 'vm/shop');
    expect(move()).toMatchObject({ done: true });
    expect(run.view().get('vm/shop')?.standsOn).toBe('hypervisor/two');
    order(run, 'start-vm', 'vm/shop');
    run.seek(30 * SECOND);
    expect([run.view().get('kernel/shop')?.state, charged(run)]).toEqual(['up', [1, 5]]);
  });
});

it('memory that is given as it is touched is all that is kept at the target', () => {
  const run = two({}, {}, { overcommit: true, swapBytes: GIBIBYTE });
  const touched = run.view().get('vm/shop')!.context['touchedBytes'] as number;
  expect(migrate(run)).toMatchObject({ done: true });
  expect(run.view().get('host/two')?.memory.charged).toBe(GIBIBYTE + touched);
  run.seek(60 * SECOND);
  expect(run.view().get('host/two')?.memory.charged).toBe(GIBIBYTE + touched);
  expect(run.view().get('host/one')?.memory.charged).toBe(GIBIBYTE);
});
