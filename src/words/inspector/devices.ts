// The devices of a VM, each with what really carries it, and the stack that a hypervisor is a part of.
import type { Entity, WorldView } from '../../sim/engine/view';
import { format } from '../../i18n';
import { devices } from '../../i18n/devices';
import { textRow, type Row } from './row';

const productOf = (hypervisor: Entity | undefined): string => String(hypervisor?.context['product'] ?? '');

/** CPU, memory, disk and network of a VM; nothing for other boxes and for products that are not known. */
export function deviceRows(entity: Entity, view: WorldView): Row[] {
  if (entity.kind !== 'vm') return [];
  const known = devices.byProduct[productOf(view.get(entity.standsOn ?? ''))];
  if (known === undefined) return [];
  const { labels } = devices;
  const vcpus = format.number(Number(entity.context['vcpus'] ?? 0));
  return [
    textRow(labels.cpu, devices.cpus(vcpus, known.cpu)),
    textRow(labels.memory, known.memory),
    textRow(labels.disk, known.disk),
    textRow(labels.network, known.network),
  ];
}

/** What the product of a hypervisor is made of. */
export function stackRows(entity: Entity): Row[] {
  const told = entity.kind === 'hypervisor' ? devices.stacks[productOf(entity)] : undefined;
  return told === undefined ? [] : [textRow(devices.stack, told)];
}
