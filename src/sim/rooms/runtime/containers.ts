// Which runtime looks after which containers: they stand beside each other on one kernel.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';

/** The runtime on a kernel, or NONE. */
export function runtimeOn(reader: Reader, kernel: EntityNumber): EntityNumber {
  return reader.above(kernel).find((box) => reader.kind(box) === 'runtime') ?? NONE;
}

/** The containers that a runtime looks after. */
export function containersOf(reader: Reader, runtime: EntityNumber): readonly EntityNumber[] {
  return reader.above(reader.floor(runtime)).filter((box) => reader.kind(box) === 'container');
}

/** Refuses what only a runtime on this kernel can do with a container, unless one is up. */
export function unlessRuntimeOn(reader: Reader, self: EntityNumber, kernel: EntityNumber): Refusal | null {
  const data = { box: reader.id(self), floor: reader.id(kernel) };
  if (!reader.has(kernel, 'up')) return { code: 'floor-down', data };
  const runtime = runtimeOn(reader, kernel);
  if (runtime === NONE) return { code: 'no-runtime', data };
  if (reader.has(runtime, 'up')) return null;
  return { code: 'runtime-down', data: { box: reader.id(self), runtime: reader.id(runtime) } };
}
