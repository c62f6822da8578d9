// Which runtime looks after which containers: they stand beside each other on one kernel.
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';

/** The runtime on a kernel, or NONE. */
export function runtimeOn(reader: Reader, kernel: EntityNumber): EntityNumber {
  return reader.above(kernel).find((box) => reader.kind(box) === 'runtime') ?? NONE;
}

/** The containers that a runtime looks after. */
export function containersOf(reader: Reader, runtime: EntityNumber): readonly EntityNumber[] {
  return reader.above(reader.floor(runtime)).filter((box) => reader.kind(box) === 'container');
}
