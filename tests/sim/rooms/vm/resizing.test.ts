// The memory of a running VM: a balloon gives back what the guest does not need, hot-add gives more.
import { describe, expect, it } from 'vitest';
import { createRun, GIBIBYTE, MEBIBYTE, SECOND, type BoxSpec, type Run } from '../../../../src/sim';
import { copy, scenario, vm } from '../../../fixtures/worlds';

function world(spec: BoxSpec['spec'] = {}, hv: BoxSpec['spec'] = {}): Run {
  const guest = vm('shop', [copy('cart-1', { memoryBytes: 512 * MEBIBYTE })], {
    balloonBytesPerSecond: 512 * MEBIBYTE,
    ...spec,
  });
  const hypervisor = { kind: 'hypervisor', name: 'xen', spec: hv, holds: [guest] };
  const host = { kind: 'host', name: 'h', spec: { memoryBytes: 8 * GIBIBYTE }, holds: [hypervisor] };
  const spare = { kind: 'host', name: 's', holds: [{ kind: 'hypervisor', name: 'spare' }] };
  return createRun(scenario([host, spare]));
}

const resize = (run: Run, bytes: number) =>
  run.do({ name: 'set-vm-memory', target: 'vm/shop', args: { bytes } });
const use = (run: Run, bytes: number) =>
  run.do({ name: 'use-memory', target: 'process/cart-1', args: { bytes } });
const figures = (run: Run) => [
  run.view().get('vm/shop')!.memory.size! / GIBIBYTE,
  run.view().get('host/h')!.memory.charged / GIBIBYTE,
];

describe('a smaller VM', () => {
  it('gives memory back at the speed of its balloon', () => {
    const run = world();
    expect(resize(run, 2 * GIBIBYTE)).toMatchObject({ done: true });
    run.seek(3.9 * SECOND);
    expect(figures(run)).toEqual([4, 5]);
    run.seek(4 * SECOND);
    expect(figures(run)).toEqual([2, 3]);
    expect(run.facts.read(run.factsAtHead - 1)).toMatchObject({
      name: 'vm.resized',
      data: { memoryBytes: 2 * GIBIBYTE },
    });
  });

  it('keeps what its guest came to need meanwhile', () => {
    const run = world();
    resize(run, GIBIBYTE);
    run.seek(2 * SECOND);
    use(run, 2 * GIBIBYTE);
    run.seek(10 * SECOND);
    expect(run.view().get('vm/shop')!.memory.size).toBe(2 * GIBIBYTE + 307 * MEBIBYTE);
  });

  it('is refused below what the guest uses, without a balloon, and while it is at it', () => {
    const run = world();
    const neededBytes = (307 + 512) * MEBIBYTE;
    expect(resize(run, neededBytes - 1)).toMatchObject({
      refusal: { code: 'guest-needs', data: { neededBytes, overBytes: 1 } },
    });
    expect(resize(run, neededBytes)).toMatchObject({ done: true });
    expect(resize(run, neededBytes)).toMatchObject({ refusal: { code: 'busy' } });
    expect(resize(world({ balloon: false }), GIBIBYTE)).toMatchObject({ refusal: { code: 'no-balloon' } });
  });
});

describe('a larger VM', () => {
  it('gets memory at once, up to its maximum and what the host has', () => {
    const run = world({ maxMemoryBytes: 6 * GIBIBYTE });
    expect(resize(run, 6 * GIBIBYTE + 1)).toMatchObject({
      refusal: { code: 'over-maximum', data: { mostBytes: 6 * GIBIBYTE, overBytes: 1 } },
    });
    expect(resize(run, 6 * GIBIBYTE)).toMatchObject({ done: true });
    expect(figures(run)).toEqual([6, 7]);
    expect(use(run, 5 * GIBIBYTE)).toMatchObject({ done: true });
    expect(run.view().get('process/cart-1')?.tags).toContain('serving');
  });

  it('is refused without hot-add, and without room', () => {
    expect(resize(world(), 5 * GIBIBYTE)).toMatchObject({ refusal: { code: 'over-maximum' } });
    expect(resize(world({ maxMemoryBytes: 16 * GIBIBYTE }), 8 * GIBIBYTE)).toMatchObject({
      refusal: {
        code: 'no-memory',
        data: { neededBytes: 4 * GIBIBYTE, freeBytes: 3 * GIBIBYTE, where: 'host/h' },
      },
    });
    const promised = world({ maxMemoryBytes: 16 * GIBIBYTE }, { overcommit: true });
    expect(resize(promised, 8 * GIBIBYTE)).toMatchObject({ done: true });
  });
});

it('a VM that starts or is moved is refused with that reason', () => {
  const off = world({ start: 'off' });
  expect(off.do({ name: 'start-vm', target: 'vm/shop' })).toMatchObject({ done: true });
  expect(resize(off, GIBIBYTE)).toMatchObject({ refusal: { code: 'not-up' } });
  const run = world();
  const move = { name: 'migrate-vm', target: 'vm/shop', args: { to: 'hypervisor/spare' } };
  expect(run.do(move)).toMatchObject({ done: true });
  expect(resize(run, 2 * GIBIBYTE)).toMatchObject({ refusal: { code: 'migrating' } });
});

it('a VM that is off takes any size, and is refused when it starts', () => {
  const run = world({ start: 'off' });
  expect(resize(run, 9 * GIBIBYTE)).toMatchObject({ done: true });
  expect(run.do({ name: 'start-vm', target: 'vm/shop' })).toMatchObject({
    refusal: { code: 'no-memory', data: { neededBytes: 9 * GIBIBYTE, freeBytes: 7 * GIBIBYTE } },
  });
});
