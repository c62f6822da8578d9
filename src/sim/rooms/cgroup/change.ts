// The container and the process with all that a cgroup can do to them: limits that are set while they run, memory.high,
// what happens within a period of cpu.max, and programs that size themselves by what they find.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { KindDefinition } from '../../engine/kind';
import type { CpuPeriod } from '../../engine/view';
import { NONE } from '../../engine/facts';
import { mulDiv } from '../../engine/number';
import { throttlingOf } from '../../resources/throttle';
import { CORE } from '../../resources/units';
import { chainedContainer } from '../container/chained';
import { process } from '../process';
import { below } from '../standing/fall';
import { claimWithin, containerOf, isHeldBack, needsWithin, releaseWithin } from './effects';
import { CGROUP_AT_FIRST } from './facts';

const { oomKilled: _, ...settable } = CGROUP_AT_FIRST;

/** The kind `container` with the files of its cgroup. */
export const limitedContainer: KindDefinition = {
  ...chainedContainer,
  defaults: { ...chainedContainer.defaults, ...settable },
  periodOf,
};

/** The kind `process` with memory as its cgroup gives it. */
export const limitedProcess: KindDefinition = {
  ...process,
  effects: {
    ...process.effects,
    claimMemory: claimWithin,
    releaseMemory: releaseWithin,
    checkNeeds: needsWithin,
  },
  defaults: { ...process.defaults, heapPercent: 0, sizesThreads: false },
  waitOf: (reader, self) =>
    isHeldBack(reader, self)
      ? { condition: 'memory', who: reader.id(waitsAt(reader, self)), at: null }
      : (process.waitOf?.(reader, self) ?? null),
};

function waitsAt(reader: Reader, self: EntityNumber): EntityNumber {
  const group = containerOf(reader, self);
  return group === NONE ? below(reader, self, 'host') : group;
}

/** What its quota does to it in a period, if it would use more: as many threads at once as its machine has CPUs. */
function periodOf(reader: Reader, self: EntityNumber, wanted: number, granted: number): CpuPeriod | null {
  const limit = reader.amount(self, 'cpuLimitMicro');
  if (limit === 0 || !reader.has(self, 'up')) return null;
  const periodMicros = reader.amount(self, 'cpuPeriodMicros');
  const quotaMicros = mulDiv(periodMicros, limit, CORE);
  const busy = Math.min(wanted, cpusOf(reader, self) * CORE);
  // Others leave it less than its quota: then nothing stops it within the period.
  const parallel = granted < limit ? granted : busy;
  return { periodMicros, quotaMicros, ...throttlingOf({ quotaMicros, periodMicros }, parallel) };
}

function cpusOf(reader: Reader, self: EntityNumber): number {
  const vm = below(reader, self, 'vm');
  return vm === NONE ? reader.amount(below(reader, self, 'host'), 'cores') : reader.amount(vm, 'vcpus');
}
