// What each box wants of CPU, may use at most, and weighs among those beside it.
import type { EntityNumber, Reader } from '../../engine/acts';
import { NO_CAP } from '../../resources/cpu';
import { CORE } from '../../resources/units';

/** Weight of boxes whose kind has none: simplified, a hypervisor on an OS weighs as much as one program beside it. */
const USUAL_WEIGHT = 100;

/** Kinds of box that compete for the CPU of their floor: what stands on them may want some, or they do. */
export const COMPETING = ['vm', 'container', 'process', 'hypervisor'] as const;
/** One of them. */
export type Competing = (typeof COMPETING)[number];

/** Kinds of box whose weight can be set. */
const WEIGHED: readonly string[] = ['vm', 'container', 'process'];

/** Virtual CPUs of a box: a VM's; 0 for what has none, and so no steal time. */
export function virtualCpus(reader: Reader, box: EntityNumber): number {
  return reader.kind(box) === 'vm' && reader.value(box, 'paused') !== true ? reader.amount(box, 'vcpus') : 0;
}

/** Weight of a box as it is set. */
export function setWeightOf(reader: Reader, box: EntityNumber): number {
  return WEIGHED.includes(reader.kind(box)) ? reader.amount(box, 'weight') : USUAL_WEIGHT;
}

/**
 * What the weight of a box counts for among its siblings. Xen's credit scheduler counts a domain's weight once for each virtual CPU
 * that is active: `fair = ceil(credit_total * weight * vcpus / weight_total)` (xen/common/sched/credit.c, csched_acct).
 * `runnable` micro-cores keep so many virtual CPUs active.
 */
export function weightOf(reader: Reader, box: EntityNumber, runnable: number): number {
  const weight = setWeightOf(reader, box);
  if (reader.kind(box) !== 'vm' || reader.value(reader.floor(box), 'product') !== 'xen') return weight;
  return weight * Math.max(1, Math.min(reader.amount(box, 'vcpus'), Math.ceil(runnable / CORE)));
}

/** Micro-cores that a box with all it holds may use: cores, virtual CPUs and their cap, a container's limit. */
export function capOf(reader: Reader, box: EntityNumber): number {
  switch (reader.kind(box)) {
    case 'host':
      return reader.amount(box, 'cores') * CORE;
    case 'vm':
      return capOfVm(reader, box);
    case 'process':
    case 'container': {
      if (waitsForMemory(reader, box)) return 0;
      const limit = reader.amount(box, 'cpuLimitMicro');
      return limit === 0 ? NO_CAP : limit;
    }
    default:
      return NO_CAP;
  }
}

/** Whether a process asked for memory that it was not given: its threads sleep. */
function waitsForMemory(reader: Reader, box: EntityNumber): boolean {
  if (reader.kind(box) !== 'process' || !reader.has(box, 'up')) return false;
  return reader.heldBytes(box) < reader.amount(box, 'memoryBytes');
}

/** Virtual CPUs as far as they are let run: a cap, a migration that slows them down, pages that are swapped out. */
function capOfVm(reader: Reader, vm: EntityNumber): number {
  if (reader.value(vm, 'paused') === true) return 0;
  const awakePercent = 100 - reader.amount(vm, 'throttlePercent');
  return Math.min(
    (reader.amount(vm, 'vcpus') * CORE * awakePercent) / 100,
    (reader.amount(vm, 'capPercent') * CORE) / 100 || Infinity,
    reader.amount(vm, 'swapCapMicro') || Infinity,
  );
}

/** Micro-cores that a box itself asks for: a program that is up. */
export function demandOf(reader: Reader, box: EntityNumber): number {
  return reader.kind(box) === 'process' && reader.has(box, 'up') ? reader.amount(box, 'cpuMicro') : 0;
}
