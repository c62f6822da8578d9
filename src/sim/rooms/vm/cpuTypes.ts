// CPU types: a guest that runs cannot go where an instruction that it found at boot is missing.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { below } from '../standing/fall';

/** Levels of x86-64, each with all that the one before has (x86-64 psABI, microarchitecture levels). */
const LEVELS: readonly string[] = ['x86-64-v1', 'x86-64-v2', 'x86-64-v3', 'x86-64-v4'];

/** Whether a CPU of one type has all that another type has. */
export function offers(cpu: string, wanted: string): boolean {
  return cpu === wanted || (LEVELS.includes(wanted) && LEVELS.indexOf(cpu) > LEVELS.indexOf(wanted));
}

/** The CPU type that a VM's guest found when it booted. */
export function cpuSeen(reader: Reader, vm: EntityNumber): string {
  return (reader.value(vm, 'seenCpu') ?? reader.value(below(reader, vm, 'host'), 'cpu')) as string;
}

/** Refuses to move a running guest where its CPU type is missing. */
export function unlessCpu(reader: Reader, vm: EntityNumber, to: EntityNumber): Refusal | null {
  const wanted = cpuSeen(reader, vm);
  const cpu = reader.value(below(reader, to, 'host'), 'cpu') as string;
  if (offers(cpu, wanted)) return null;
  return { code: 'cpu-missing', data: { box: reader.id(vm), where: reader.id(to), cpu, wanted } };
}
