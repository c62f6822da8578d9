// What a weight is worth is what the solver gives when everybody wants all: two accounts of one rule.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CORE, createRun, MEBIBYTE, SECOND, type BoxSpec, type WorldView } from '../../../../src/sim';
import { copy, scenario, vm } from '../../../fixtures/worlds';

const HUNGRY = { cpuMicro: 64 * CORE, memoryBytes: 1 };

interface Guest {
  readonly weight: number;
  readonly vcpus: number;
  readonly capPercent: number;
}

function hostWith(cores: number, product: string, guests: readonly Guest[]): BoxSpec {
  const vms = guests.map((guest, index) =>
    vm(`vm-${index}`, [copy(`p-${index}`, HUNGRY)], { memoryBytes: 400 * MEBIBYTE, ...guest }),
  );
  const hypervisor: BoxSpec = { kind: 'hypervisor', name: 'hv', spec: { product }, holds: vms };
  return { kind: 'host', name: 'h', spec: { cores }, holds: [hypervisor] };
}

const hostOf = (cores: number, product: string, guests: readonly Guest[]): WorldView =>
  createRun(scenario([hostWith(cores, product, guests)])).view();

describe('what a weight is worth', () => {
  it('is what is granted to a VM whose neighbours want all they can get', () => {
    const guest = fc.record({
      weight: fc.constantFrom(1, 64, 256, 512, 65_535),
      vcpus: fc.integer({ min: 1, max: 8 }),
      capPercent: fc.constantFrom(0, 0, 0, 25, 100, 250),
    });
    const seen = { own: 0, others: 0, null: 0 };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16 }),
        fc.constantFrom('xen', 'kvm'),
        fc.array(guest, { minLength: 2, maxLength: 5 }),
        (cores, product, guests) => {
          const view = hostOf(cores, product, guests);
          for (const { id, context, cpu } of view.ofKind('vm')) {
            const { part, limited, weight, ofWeights } = view.shareOf(id)!;
            seen[limited ?? 'null']++;
            const most = Number(context['capPercent']) || Infinity;
            const cap = Math.min(Number(context['vcpus']), most / 100) * CORE;
            const fair = part * cores * CORE;
            expect([weight, ofWeights]).toEqual([
              context['weight'],
              guests.reduce((sum, each) => sum + each.weight, 0),
            ]);
            if (limited === 'own') expect(cpu.granted).toBe(cap);
            else if (limited === 'others') expect(cpu.granted).toBeGreaterThanOrEqual(Math.floor(fair) - 1);
            else expect(Math.abs(cpu.granted - fair)).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 400 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
  });

  it('counts nobody who is off: the solver does not divide by them', () => {
    const guests = [1, 2, 3].map((vcpus) => ({ weight: 256, vcpus, capPercent: 0 }));
    const run = createRun(scenario([hostWith(2, 'kvm', guests)]));
    run.do({ name: 'stop-vm', target: 'vm/vm-2' });
    run.seek(SECOND);
    const view = run.view();
    expect(view.shareOf('vm/vm-2')).toBeNull();
    expect(view.shareOf('vm/vm-1')).toMatchObject({ beside: ['vm/vm-0'], ofWeights: 512, part: 0.5 });
    expect(view.get('vm/vm-1')!.cpu.granted).toBe(CORE);
  });

  it('is not told of what stands alone, nor of what has no weight', () => {
    const view = hostOf(4, 'xen', [{ weight: 256, vcpus: 2, capPercent: 0 }]);
    for (const id of ['vm/vm-0', 'process/p-0', 'kernel/vm-0', 'host/h', 'vm/nobody'])
      expect(view.shareOf(id)).toBeNull();
  });
});

describe('the floor that type 2 adds', () => {
  const beside = copy('desktop', HUNGRY);
  const guests = ['one', 'two', 'three'].map((name) =>
    vm(name, [copy(`${name}-p`, HUNGRY)], { memoryBytes: 400 * MEBIBYTE, vcpus: 4 }),
  );
  const hypervisor = (type: number): BoxSpec => ({
    kind: 'hypervisor',
    name: 'hv',
    spec: { type, product: type === 1 ? 'esxi' : 'virtualbox' },
    holds: guests,
  });
  const granted = (view: WorldView) => view.ofKind('vm').reduce((sum, { cpu }) => sum + cpu.granted, 0);

  it('costs CPU as soon as the OS below has work of its own: its programs stand in the same queue', () => {
    const bare: BoxSpec = { kind: 'host', name: 'h', spec: { cores: 4 }, holds: [hypervisor(1)] };
    const kernel: BoxSpec = { kind: 'kernel', name: 'os', holds: [hypervisor(2), beside] };
    const hosted: BoxSpec = { kind: 'host', name: 'h', spec: { cores: 4 }, holds: [kernel] };
    expect(granted(createRun(scenario([bare])).view())).toBe(4 * CORE);
    const view = createRun(scenario([hosted])).view();
    expect(granted(view)).toBe(2 * CORE);
    expect(view.shareOf('process/desktop')).toEqual({
      beside: ['hypervisor/hv'],
      weight: 100,
      ofWeights: 200,
      part: 0.5,
      limited: null,
    });
  });
});
