// Which monitors are beside which containers, and which daemons look after them.
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { daemonsOn } from '../runtime/containers';
import { MONITOR_PRODUCTS, type MonitorProduct } from './facts';

/** All monitors on a kernel. */
export function monitorsOn(reader: Reader, kernel: EntityNumber): readonly EntityNumber[] {
  return kernel === NONE ? [] : reader.above(kernel).filter((box) => reader.kind(box) === 'monitor');
}

/** The monitor of a container, or NONE. */
export function monitorOf(reader: Reader, container: EntityNumber): EntityNumber {
  const id = reader.id(container);
  return monitorsOn(reader, reader.floor(container)).find((each) => reader.value(each, 'of') === id) ?? NONE;
}

/** What a monitor is one of. */
export function productOf(reader: Reader, monitor: EntityNumber): MonitorProduct {
  return MONITOR_PRODUCTS[reader.value(monitor, 'product') as string] ?? MONITOR_PRODUCTS['shim']!;
}

/** Whether containerd is up on a kernel, as a box of its own or as part of Docker's one. */
export function isContainerdUp(reader: Reader, kernel: EntityNumber): boolean {
  const daemons = daemonsOn(reader, kernel);
  const containerd = daemons.find((each) => reader.value(each, 'product') === 'containerd') ?? daemons[0];
  return containerd !== undefined && reader.has(containerd, 'up');
}

/** Whether every daemon of the runtime on a kernel is up: an exit is seen, and a start can be asked for. */
export function isChainUp(reader: Reader, kernel: EntityNumber): boolean {
  const daemons = daemonsOn(reader, kernel);
  return daemons.length > 0 && daemons.every((each) => reader.has(each, 'up'));
}
