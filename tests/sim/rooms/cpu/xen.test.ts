// Xen domains get what Xen's own accounting gives them; steal time is what they could run and do not get.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CORE, createRun, type BoxSpec, type Run } from '../../../../src/sim';
import { copy, scenario, vm } from '../../../fixtures/worlds';
import { coresOf, type Domain } from '../../resources/xenCredit';

const busy = (name: string, domain: Domain, threads = domain.vcpus): BoxSpec =>
  vm(name, [copy(`${name}-p`, { cpuMicro: threads * CORE, memoryBytes: 1 })], {
    memoryBytes: 400 * 1024 * 1024,
    vcpus: domain.vcpus,
    weight: domain.weight,
    capPercent: domain.cap,
  });

function hostOf(cores: number, vms: readonly BoxSpec[], product = 'xen'): Run {
  const hypervisor: BoxSpec = { kind: 'hypervisor', name: 'hv', spec: { product }, holds: vms };
  return createRun(scenario([{ kind: 'host', name: 'h', spec: { cores }, holds: [hypervisor] }]));
}

const domain = (over: Partial<Domain> = {}): Domain => ({ weight: 256, vcpus: 1, cap: 0, ...over });
const granted = (run: Run) =>
  run
    .view()
    .ofKind('vm')
    .map(({ cpu }) => cpu.granted);
const run = (cores: number, domains: readonly Domain[], product = 'xen') =>
  hostOf(
    cores,
    domains.map((each, index) => busy(`vm-${index}`, each)),
    product,
  );

describe('Xen domains', () => {
  it('a domain of weight 512 gets twice what one of 256 gets', () => {
    expect(granted(run(1, [domain({ weight: 512 }), domain()]))).toEqual([666_667, 333_333]);
  });

  it('a capped domain gets its cap, the other the rest, and what the cap forbids is steal time', () => {
    const capped = run(1, [domain({ cap: 25, weight: 512 }), domain()]);
    expect(granted(capped)).toEqual([250_000, 750_000]);
    expect(
      capped
        .view()
        .ofKind('vm')
        .map(({ cpu }) => cpu.stolen),
    ).toEqual([750_000, 250_000]);
  });

  it('a capped domain stays at its cap when the other cores idle', () => {
    expect(granted(run(8, [domain({ cap: 50, vcpus: 2 })]))).toEqual([500_000]);
  });

  it('Xen counts a weight for each active virtual CPU, KVM once', () => {
    const two = [domain({ vcpus: 2 }), domain({ vcpus: 1 })];
    expect(granted(run(2, two))).toEqual([1_333_333, 666_667]);
    expect(granted(run(2, two, 'kvm'))).toEqual([1_000_000, 1_000_000]);
    const half = hostOf(1, [busy('vm-0', domain({ vcpus: 2 }), 1), busy('vm-1', domain({ vcpus: 2 }), 1)]);
    expect(granted(half)).toEqual([500_000, 500_000]);
  });

  // With three or more, who is over his peak may alternate from slice to slice, and credits are no shares any more.
  it('one or two get what the credits of csched_acct give, capped or not', () => {
    const domains = fc.array(
      fc.record({
        weight: fc.constantFrom(64, 256, 256, 512, 1024),
        vcpus: fc.integer({ min: 1, max: 4 }),
        cap: fc.constantFrom(0, 0, 10, 25, 50, 100, 150),
      }),
      { minLength: 1, maxLength: 2 },
    );
    fc.assert(
      fc.property(domains, fc.integer({ min: 1, max: 8 }), (all, cores) => {
        const credits = coresOf(all, cores);
        granted(run(cores, all)).forEach((micro, index) => {
          expect(Math.abs(micro / CORE - credits[index]!)).toBeLessThanOrEqual((2 * (all.length + 1)) / 300);
        });
      }),
      { numRuns: 600 },
    );
  });
});

describe('commands', () => {
  it('change weight and cap at once, and virtual CPUs only of a VM that is off', () => {
    const two = run(1, [domain(), domain()]);
    const order = (name: string, args: Record<string, number>) => two.do({ name, target: 'vm/vm-0', args });
    order('set-weight', { weight: 768 });
    expect(granted(two)).toEqual([750_000, 250_000]);
    order('set-cpu-cap', { percent: 50 });
    expect(granted(two)).toEqual([500_000, 500_000]);
    expect(order('set-cpu-cap', { percent: 101 })).toMatchObject({
      refusal: { code: 'over-limit', data: { most: 100, over: 1 } },
    });
    expect(order('set-vcpus', { vcpus: 129 })).toMatchObject({
      refusal: { code: 'over-limit', data: { most: 128, over: 1 } },
    });
    expect(order('set-vcpus', { vcpus: 2 })).toMatchObject({ refusal: { code: 'already-up' } });
    expect(granted(two)).toEqual([500_000, 500_000]);
  });

  it('a VM alone loses nothing to others', () => {
    const alone = run(8, [domain({ vcpus: 2 })]);
    expect(alone.view().get('vm/vm-0')?.cpu).toEqual({ wanted: 2 * CORE, granted: 2 * CORE, stolen: 0 });
  });
});
