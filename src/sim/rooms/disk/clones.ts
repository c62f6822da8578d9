// Making a VM like another one: the boxes in it with what was set, each under the next free name, all of them off.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import type { Scalar } from '../../engine/fact';
import { CONTAINER_DEFAULTS } from '../container/facts';
import { KERNEL_DEFAULTS } from '../kernel/facts';
import { PROCESS_DEFAULTS } from '../process/facts';
import { RUNTIME_DEFAULTS } from '../runtime/facts';
import { VM_DEFAULTS } from '../vm/facts';
import { freeName, nameOf } from './files';

/** The fields of each kind that a scenario sets: what a clone has from its model. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  vm: Object.keys(VM_DEFAULTS),
  kernel: Object.keys(KERNEL_DEFAULTS),
  process: Object.keys(PROCESS_DEFAULTS),
  runtime: Object.keys(RUNTIME_DEFAULTS),
  container: Object.keys(CONTAINER_DEFAULTS),
};

function specOf(reader: Reader, box: EntityNumber): Record<string, Scalar> {
  const fields = FIELDS[reader.kind(box)] ?? [];
  return Object.fromEntries(fields.map((field) => [field, reader.value(box, field)]));
}

/** `vm-7` after `vm-1`, where `vm-2` to `vm-6` are taken; `laptop-2` after `laptop`. */
function nextName(reader: Reader, box: EntityNumber): string {
  return freeName(reader, reader.kind(box), nameOf(reader, box).replace(/-\d+$/, ''));
}

/** A VM like this one beside it, with all that is installed in it; what that needs, it needs too. */
export function cloneOf(acts: Acts, vm: EntityNumber): EntityNumber {
  return copyOnto(acts, vm, acts.floor(vm));
}

function copyOnto(acts: Acts, box: EntityNumber, floor: EntityNumber): EntityNumber {
  const placed = acts.kind(box) === 'container' ? { placed: true } : {};
  const spec = { ...specOf(acts, box), ...placed, start: 'off' };
  const made = acts.create(acts.kind(box), nextName(acts, box), spec, floor);
  for (const other of acts.needs(box)) acts.need(made, other);
  for (const above of [...acts.above(box)]) copyOnto(acts, above, made);
  return made;
}
