// Which runtime looks after which containers: they stand beside each other on one kernel.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';

/** The daemons of the runtime on a kernel, the one that is asked first: dockerd before containerd. */
export function daemonsOn(reader: Reader, kernel: EntityNumber): readonly EntityNumber[] {
  return reader.above(kernel).filter((box) => reader.kind(box) === 'runtime');
}

/** The runtime on a kernel, or NONE. */
export function runtimeOn(reader: Reader, kernel: EntityNumber): EntityNumber {
  return daemonsOn(reader, kernel)[0] ?? NONE;
}

/** Whether a runtime is Docker's daemon: it says, does and is told some things that no other is. */
export const isDocker = (reader: Reader, runtime: EntityNumber): boolean =>
  String(reader.value(runtime, 'product')).startsWith('docker');

/** The containers that a runtime looks after. */
export function containersOf(reader: Reader, runtime: EntityNumber): readonly EntityNumber[] {
  return reader.above(reader.floor(runtime)).filter((box) => reader.kind(box) === 'container');
}

/** Refuses what only a runtime on this kernel can do with a container, unless one is up. */
export function unlessRuntimeOn(reader: Reader, self: EntityNumber, kernel: EntityNumber): Refusal | null {
  const data = { box: reader.id(self), floor: reader.id(kernel) };
  if (!reader.has(kernel, 'up')) return { code: 'floor-down', data };
  const daemons = daemonsOn(reader, kernel);
  if (daemons.length === 0) return { code: 'no-runtime', data };
  const down = daemons.find((daemon) => !reader.has(daemon, 'up'));
  return down === undefined
    ? null
    : { code: 'runtime-down', data: { box: data.box, runtime: reader.id(down) } };
}
