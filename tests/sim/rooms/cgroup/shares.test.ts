// Weights and quotas of worlds, level by level, against a slow solver that reads the scenario and nothing of the model.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CORE, createRun, type BoxSpec } from '../../../../src/sim';
import { scenario } from '../../../fixtures/worlds';
import { shareSlowly, type SlowNode } from '../../resources/slowCpu';

// Generous, for machines that do much else besides.
vi.setConfig({ testTimeout: 60_000 });

/** A container as it is drawn: weight, quota in a period (0: none), busy threads of its programs. */
interface Drawn {
  readonly weight: number;
  readonly quotaMicros: number;
  readonly periodMicros: number;
  readonly threads: readonly number[];
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  weight: fc.oneof(fc.constantFrom(1, 100, 300, 10_000), fc.integer({ min: 1, max: 10_000 })),
  quotaMicros: fc.oneof(fc.constant(0), fc.integer({ min: 1_000, max: 400_000 })),
  periodMicros: fc.constantFrom(50_000, 100_000, 1_000_000),
  threads: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }),
});
const kernels = fc.record({
  cores: fc.integer({ min: 1, max: 16 }),
  bare: fc.array(drawn, { maxLength: 5 }),
  vms: fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 1_000 }),
      vcpus: fc.integer({ min: 1, max: 6 }),
      inside: fc.array(drawn, { maxLength: 4 }),
    }),
    { maxLength: 3 },
  ),
});
type Machine = typeof kernels extends fc.Arbitrary<infer Value> ? Value : never;

const limitOf = ({ quotaMicros, periodMicros }: Drawn) => Math.floor((quotaMicros * CORE) / periodMicros);
const small = { memoryBytes: 1024 ** 2 };

function boxOf(each: Drawn, name: string): BoxSpec {
  const spec = { weight: each.weight, cpuLimitMicro: limitOf(each), cpuPeriodMicros: each.periodMicros };
  const holds = each.threads.map((threads, index) => ({
    kind: 'process',
    name: `${name}-${index}`,
    spec: { ...small, cpuMicro: threads * CORE },
  }));
  return { kind: 'container', name, spec, holds };
}

function worldOf({ cores, bare, vms }: Machine): BoxSpec {
  const guests = vms.map(({ weight, vcpus, inside }, index): BoxSpec => {
    const holds = inside.map((each, at) => boxOf(each, `vm-${index}-${at}`));
    const kernel = { kind: 'kernel', name: `vm-${index}`, holds };
    return { kind: 'vm', name: `vm-${index}`, spec: { weight, vcpus }, holds: [kernel] };
  });
  const hypervisor = {
    kind: 'hypervisor',
    name: 'hv',
    spec: { type: 2, product: 'virtualbox' },
    holds: guests,
  };
  const holds = [hypervisor, ...bare.map((each, index) => boxOf(each, `c-${index}`))];
  const spec = { cores, memoryBytes: 64 * 1024 ** 3 };
  return { kind: 'host', name: 'h', spec, holds: [{ kind: 'kernel', name: 'h', holds }] };
}

const slow = (children: SlowNode[], weight = 100, cap: number | null = null, demand = 0): SlowNode => ({
  weight,
  cap,
  demand,
  children,
});
const slowContainer = (each: Drawn): SlowNode =>
  slow(
    each.threads.map((threads) => slow([], 100, null, threads * CORE)),
    each.weight,
    limitOf(each) || null,
  );

function slowTree({ cores, bare, vms }: Machine): SlowNode {
  const guests = vms.map(({ weight, vcpus, inside }) =>
    slow([slow(inside.map(slowContainer))], weight, vcpus * CORE),
  );
  const kernel = slow([slow(guests), ...bare.map(slowContainer)]);
  return slow([kernel], 100, cores * CORE);
}

/** What the containers of a tree got, those of the VMs first. */
function containersIn(root: SlowNode): bigint[] {
  const [guests, ...bare] = root.children[0]!.children;
  const inside = guests!.children.flatMap(({ children }) => children[0]!.children);
  return [...inside, ...bare].map(({ granted }) => granted!);
}

describe('random machines with weights and quotas at every level', () => {
  it('are shared as the slow solver shares them, and no core idles that somebody may have', () => {
    fc.assert(
      fc.property(kernels, (machine) => {
        const root = slowTree(machine);
        shareSlowly(root);
        const view = createRun(scenario([worldOf(machine)])).view();
        expect(view.ofKind('container').map(({ cpu }) => BigInt(cpu.granted))).toEqual(containersIn(root));
        const host = view.get('host/h')!;
        if (host.cpu.granted === machine.cores * CORE) return;
        for (const { id, cpu, context } of view.ofKind('container')) {
          const most = Number(context['cpuLimitMicro']) || Infinity;
          const vm = /vm-\d/.exec(id);
          const full = vm && view.get(`vm/${vm[0]}`)!;
          const isFull = full && full.cpu.granted === Number(full.context['vcpus']) * CORE;
          if (!isFull) expect(cpu.granted).toBe(Math.min(cpu.wanted, most));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
