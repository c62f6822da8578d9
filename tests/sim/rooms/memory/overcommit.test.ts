// A host that has promised more memory than it has: sharing, balloon, swap and its price, and the end of what is left.
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

const guest = (name: string, spec: BoxSpec['spec'] = {}): BoxSpec => {
  const kernel = { kind: 'kernel', name, spec: { memoryBytes: 512 * MEBIBYTE } };
  const program = copy(`${name}-p`, { memoryBytes: 512 * MEBIBYTE, cpuMicro: CORE });
  return {
    ...vm(name, [], { memoryBytes: 4 * GIBIBYTE, ...spec }),
    holds: [{ ...kernel, holds: [program] }],
  };
};

/** A host with 4 GiB for its VMs besides the hypervisor's own GiB. */
function host(guests: readonly BoxSpec[], spec: BoxSpec['spec'] = {}): Run {
  const hypervisor: BoxSpec = {
    kind: 'hypervisor',
    name: 'kvm',
    spec: { product: 'kvm', overcommit: true, swapBytes: GIBIBYTE, ...spec },
    holds: guests,
  };
  const world = { kind: 'host', name: 'h', spec: { memoryBytes: 5 * GIBIBYTE }, holds: [hypervisor] };
  return createRun(scenario([world]));
}

const order = (run: Run, name: string, target: string, args?: Command['args']) =>
  run.do({ name, target, ...(args && { args }) });
const use = (run: Run, name: string, mebibytes: number) =>
  order(run, 'use-memory', `process/${name}-p`, { bytes: mebibytes * MEBIBYTE });
const mebibytes = (run: Run, name: string, field: string) =>
  (run.view().get(`vm/${name}`)!.context[field] as number) / MEBIBYTE;
const charged = (run: Run) => run.view().get('host/h')!.memory.charged / MEBIBYTE;
const told = (run: Run, name: string) => run.facts.slice(0).filter((fact) => fact.name === name);

describe('memory given as it is touched', () => {
  it('lets three VMs of 4 GiB run in 4 GiB, each with what it touched', () => {
    const run = host(['a', 'b', 'c'].map((name) => guest(name)));
    expect(charged(run)).toBe(1024 + 3 * 1024);
    expect(mebibytes(run, 'a', 'touchedBytes')).toBe(1024);
  });

  it('does not hear of what a guest frees, until a balloon takes it, second by second', () => {
    const run = host([guest('a', { balloonBytesPerSecond: 512 * MEBIBYTE }), guest('b')]);
    use(run, 'a', 2560);
    use(run, 'a', 512);
    expect(charged(run)).toBe(1024 + 3072 + 1024);
    use(run, 'b', 1536);
    expect(mebibytes(run, 'a', 'swappedBytes') + mebibytes(run, 'b', 'swappedBytes')).toBe(1024);
    expect(told(run, 'vm.swapping')).toHaveLength(2);
    for (const { about, data } of told(run, 'vm.swapping'))
      expect(data?.['swapCapMicro']).toBe(run.view().get(about!)?.context['swapCapMicro']);
    run.seek(1 * SECOND);
    expect([mebibytes(run, 'a', 'balloonBytes'), mebibytes(run, 'b', 'balloonBytes')]).toEqual([512, 0]);
    run.seek(2 * SECOND);
    expect(mebibytes(run, 'a', 'balloonBytes')).toBe(1024);
    expect(mebibytes(run, 'a', 'swappedBytes')).toBe(0);
    expect(told(run, 'vm.swapped-in')).toHaveLength(2);
    // They have it back because a balloon gave enough; it took second by second because memory had been swapped out,
    // and that was because somebody asked for more.
    const [first] = told(run, 'vm.swapping');
    const balloons = told(run, 'vm.ballooned');
    expect(balloons).toMatchObject([
      { at: 2 * SECOND, about: 'vm/a', because: first!.seq, data: { balloonBytes: 1024 * MEBIBYTE } },
    ]);
    for (const { because } of told(run, 'vm.swapped-in')) expect(because).toBe(balloons[0]!.seq);
    expect(told(run, 'vm.ballooning')).toMatchObject([{ at: 0, about: 'vm/a', because: first!.because }]);
    expect(run.facts.slice(0)[first!.because!]).toMatchObject({
      name: 'command.use-memory',
      about: 'process/b-p',
    });
    run.seek(60 * SECOND);
    expect(run.view().get('hypervisor/kvm')?.state).toBe('up.calm');
    use(run, 'a', 2048);
    expect(mebibytes(run, 'a', 'balloonBytes')).toBe(512);
  });

  it('without a balloon the memory stays swapped out', () => {
    const run = host([guest('a', { balloon: false }), guest('b')]);
    use(run, 'a', 2560);
    use(run, 'a', 512);
    use(run, 'b', 1536);
    run.seek(60 * SECOND);
    expect(mebibytes(run, 'a', 'swappedBytes')).toBeGreaterThan(0);
    expect(told(run, 'vm.ballooning')).toEqual([]);
    order(run, 'set-balloon', 'vm/a', { on: true });
    run.seek(70 * SECOND);
    expect(told(run, 'vm.ballooning').map(({ about }) => about)).toEqual(['vm/a']);
    expect(told(run, 'vm.ballooned').map(({ about }) => about)).toEqual(['vm/a']);
    expect(mebibytes(run, 'a', 'swappedBytes')).toBe(0);
  });
});

describe('the price of swap', () => {
  it('is CPU that a VM cannot use while it waits for pages', () => {
    const slow = { balloon: false, touchBytesPerSecond: 1024 * MEBIBYTE };
    const run = host([guest('a', slow), guest('b', slow)], { swapBytesPerSecond: 64 * MEBIBYTE });
    expect(run.view().get('vm/a')?.cpu.granted).toBe(CORE);
    use(run, 'a', 2560);
    use(run, 'b', 1536);
    // 1 GiB of 5 GiB is out. A core-second touches 1 GiB; the device brings 64 MiB/s for both together.
    const swapped = mebibytes(run, 'a', 'swappedBytes') + mebibytes(run, 'b', 'swappedBytes');
    expect(swapped).toBe(1024);
    expect(run.view().get('vm/a')?.cpu.granted).toBe((64 / 1024) * (3072 / swapped) * CORE);
    expect(run.view().get('vm/b')?.cpu.granted).toBe((64 / 1024) * (2048 / swapped) * CORE);
  });
});

describe('page sharing', () => {
  it('counts what VMs of one image have in common once, as fast as it is scanned', () => {
    const twin = { image: 'ubuntu', imageBytes: 400 * MEBIBYTE };
    const run = host([guest('a', twin), guest('b', twin), guest('c')]);
    order(run, 'set-page-sharing', 'hypervisor/kvm', { pages: 100 });
    run.seek(1 * SECOND);
    // 100 pages every 20 ms are 20,480,000 bytes of the 3 GiB in a second.
    const merged = Math.floor((400 * MEBIBYTE * 20_480_000) / (3 * GIBIBYTE));
    expect(run.view().get('vm/b')?.context['mergedBytes']).toBe(merged);
    run.seek(200 * SECOND);
    expect(['a', 'b', 'c'].map((name) => mebibytes(run, name, 'mergedBytes'))).toEqual([0, 400, 0]);
    expect(charged(run)).toBe(1024 + 3072 - 400);
    order(run, 'stop-vm', 'vm/a');
    expect(mebibytes(run, 'b', 'mergedBytes')).toBe(0);
    expect(charged(run)).toBe(1024 + 2048);
  });
});

describe('when nothing is left', () => {
  it('the host ends the VM that has the most', () => {
    const run = host([guest('a'), guest('b')], { swapBytes: 0 });
    use(run, 'b', 1024);
    expect(use(run, 'a', 2600)).toMatchObject({ done: true });
    expect(told(run, 'vm.oom-killed').map(({ about }) => about)).toEqual(['vm/a']);
    expect(run.view().get('vm/a')?.state).toBe('crashed');
    expect(run.view().get('vm/b')?.tags).toContain('up');
    expect(charged(run)).toBe(1024 + 1536);
  });

  it('a VM is not started without room for its guest to boot', () => {
    const run = host([guest('a'), guest('b', { start: 'off' })], { swapBytes: 0 });
    use(run, 'a', 3200);
    expect(order(run, 'start-vm', 'vm/b')).toMatchObject({
      refusal: {
        code: 'no-memory',
        data: { neededBytes: 512 * MEBIBYTE, freeBytes: 384 * MEBIBYTE, where: 'hypervisor/kvm' },
      },
    });
    use(run, 'a', 3000);
    expect(order(run, 'start-vm', 'vm/b')).toMatchObject({ refusal: { code: 'no-memory' } });
    order(run, 'stop-vm', 'vm/a');
    expect(order(run, 'start-vm', 'vm/b')).toMatchObject({ done: true });
  });

  it('overcommit is not switched off while the reservations do not fit', () => {
    const run = host([guest('a'), guest('b')]);
    const off = () => order(run, 'set-overcommit', 'hypervisor/kvm', { on: false });
    const data = { neededBytes: 8 * GIBIBYTE, freeBytes: 4 * GIBIBYTE, where: 'host/h' };
    expect(off()).toMatchObject({ refusal: { code: 'no-memory', data } });
    order(run, 'stop-vm', 'vm/b');
    expect(off()).toMatchObject({ done: true });
    expect(charged(run)).toBe(5 * 1024);
  });
});
