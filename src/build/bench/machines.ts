// M1: a host with 60 VMs whose load changes: how long it takes to share its CPU out anew.
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

/** Milliseconds of each change of one program's load: the command, and the shares of all 60 VMs after it. */
function timeChanges(): number[] {
  const run = createRun({ id: 'sixty', seed: 1, world: { boxes: [HOST] } });
  return Array.from({ length: CHANGES }, (_, change) => {
    const target = `process/p-${randomInt(0, VMS - 1, 1, 0, LOAD, change)}-${change % PROGRAMS}`;
    const args = { cpuMicro: randomInt(0, 2 * CORE, 1, 1, LOAD, change) };
    run.seek(change * 1_000);
    const began = performance.now();
    run.do({ name: 'set-demand', target, args });
    return performance.now() - began;
  });
}

/** M1: 95 of 100 changes are shared out in no longer than this; each is the median of several turns. */
export function sixtyVms(): Row {
  const turns = Array.from({ length: TURNS + 1 }, timeChanges).slice(1);
  const times = Array.from({ length: CHANGES }, (_, change) =>
    median(turns.map((turn) => turn[change] ?? NaN)),
  );
  const p95 = quantile(times, 0.95);
  return {
    id: 'M1',
    what: `machines: a load changes on a host with ${VMS} VMs, all CPU is shared out anew, 95 in 100`,
    measured: `${shown(p95)} ms (median ${shown(median(times))}, longest ${shown(Math.max(...times))})`,
    goal: '<= 1 ms',
    holds: p95 <= 1,
    numbers: { p95Ms: p95, medianMs: median(times), longestMs: Math.max(...times), changes: CHANGES },
  };
}
