// M1: a host with 60 VMs whose load changes: how long it takes to share its CPU out anew. M2: the same with 200
// containers on one kernel, with weights and quotas.
import { CORE, GIBIBYTE, createRun, type BoxSpec } from '../../sim';
import { purposeOf, randomInt } from '../../sim/engine/random';
import { TURNS } from './measure';
import { shown } from './row';
import type { Row } from './row';
import { median, quantile } from './statistics';

const VMS = 60;
const PROGRAMS = 4;
const CHANGES = 400;
const LOAD = purposeOf('load');

const vm = (index: number): BoxSpec => ({
  kind: 'vm',
  name: `vm-${index}`,
  spec: { vcpus: 2, weight: 64 * (1 + (index % 7)), capPercent: index % 5 === 0 ? 150 : 0 },
  holds: [
    {
      kind: 'kernel',
      name: `vm-${index}`,
      holds: Array.from({ length: PROGRAMS }, (_, program) => ({
        kind: 'process',
        name: `p-${index}-${program}`,
      })),
    },
  ],
});

const HOST: BoxSpec = {
  kind: 'host',
  name: 'host',
  spec: { cores: 32, memoryBytes: 512 * GIBIBYTE },
  holds: [{ kind: 'hypervisor', name: 'xen', holds: Array.from({ length: VMS }, (_, index) => vm(index)) }],
};

const CONTAINERS = 200;

/** One kernel with containers of all weights, every third with a quota, one program in each. */
const KERNEL: BoxSpec = {
  kind: 'host',
  name: 'host',
  spec: { cores: 32, memoryBytes: 512 * GIBIBYTE },
  holds: [
    {
      kind: 'kernel',
      name: 'linux',
      holds: Array.from({ length: CONTAINERS }, (_, index) => ({
        kind: 'container',
        name: `c-${index}`,
        spec: { weight: 1 + ((index * 37) % 10_000), cpuLimitMicro: index % 3 === 0 ? CORE / 2 : 0 },
        holds: [{ kind: 'process', name: `p-${index}` }],
      })),
    },
  ],
};

/** Milliseconds of each change of one program's load: the command, and the shares of all after it. */
function timeChanges(host: BoxSpec, target: (change: number) => string): number[] {
  const run = createRun({ id: 'crowd', seed: 1, world: { boxes: [host] } });
  return Array.from({ length: CHANGES }, (_, change) => {
    const args = { cpuMicro: randomInt(0, 2 * CORE, 1, 1, LOAD, change) };
    run.seek(change * 1_000);
    const began = performance.now();
    run.do({ name: 'set-demand', target: target(change), args });
    return performance.now() - began;
  });
}

/** How long 95 of 100 changes take, each the median of several turns. */
function rowOf(id: string, what: string, mostMs: number, change: () => number[]): Row {
  const turns = Array.from({ length: TURNS + 1 }, change).slice(1);
  const times = Array.from({ length: CHANGES }, (_, index) =>
    median(turns.map((turn) => turn[index] ?? NaN)),
  );
  const p95 = quantile(times, 0.95);
  return {
    id,
    what: `machines: a load changes on a host with ${what}, all CPU is shared out anew, 95 in 100`,
    measured: `${shown(p95)} ms (median ${shown(median(times))}, longest ${shown(Math.max(...times))})`,
    goal: `<= ${mostMs} ms`,
    holds: p95 <= mostMs,
    numbers: { p95Ms: p95, medianMs: median(times), longestMs: Math.max(...times), changes: CHANGES },
  };
}

const drawn = (most: number, change: number) => randomInt(0, most - 1, 1, 0, LOAD, change);

/** M1: 95 of 100 changes are shared out in no longer than this. */
export function sixtyVms(): Row {
  const target = (change: number) => `process/p-${drawn(VMS, change)}-${change % PROGRAMS}`;
  return rowOf('M1', `${VMS} VMs`, 1, () => timeChanges(HOST, target));
}

/** M2: the same of containers with weights and quotas. */
export function manyContainers(): Row {
  const target = (change: number) => `process/p-${drawn(CONTAINERS, change)}`;
  return rowOf('M2', `${CONTAINERS} containers`, 2, () => timeChanges(KERNEL, target));
}
