// The devices of a VM, each with what really carries it, and the stack that a hypervisor is a part of.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import { format } from '../../i18n';
import { devices } from '../../i18n/devices';
import { floorsOf } from '../name';
import { boxRow, textRow, type Row } from './row';

const productOf = (hypervisor: Entity | undefined): string => String(hypervisor?.context['product'] ?? '');

/** The boxes that carry each device, as far as they are in the world. */
interface Carriers {
  readonly cpu: readonly EntityId[];
  readonly memory: readonly EntityId[];
  readonly disk: readonly EntityId[];
  readonly network: readonly EntityId[];
}

/** Whether a VM is the domain that manages the machine, with the drivers in it. */
const isManager = ({ context }: Entity): boolean => context['manages'] === true;

/** Programs of the domain that manages the machine, beside a guest: they have the drivers. None for other boxes. */
export function driversOf(vm: Entity, view: WorldView): readonly EntityId[] {
  const hypervisor = vm.kind === 'vm' && !isManager(vm) ? view.get(vm.standsOn ?? '') : undefined;
  return hypervisor === undefined ? [] : driversBeside(hypervisor, view);
}

function driversBeside(hypervisor: Entity, view: WorldView): readonly EntityId[] {
  const boxes = (ids: readonly EntityId[]) => ids.flatMap((id) => view.get(id) ?? []);
  const manager = boxes(hypervisor.holds).find(isManager);
  return boxes(boxes(manager?.holds ?? []).flatMap(({ holds }) => holds)).map(({ id }) => id);
}

/** The file that a VM writes to, and the disk that this lies on; empty where they are not in the world. */
function fileOf(vm: Entity, view: WorldView): readonly EntityId[] {
  const file = vm.needs.map((id) => view.get(id)).find((box) => box?.kind === 'vdisk');
  return file === undefined ? [] : [file.id, ...(file.standsOn === null ? [] : [file.standsOn])];
}

function carriersOf(vm: Entity, hypervisor: Entity, view: WorldView): Carriers {
  const floors = floorsOf(vm, view);
  // Below a type 2 hypervisor the OS runs programs on cores and has the drivers.
  const os = floors.slice(2).find(({ kind }) => kind === 'kernel') ?? hypervisor;
  const drivers = isManager(vm) ? driversBeside(hypervisor, view) : driversOf(vm, view);
  const input = drivers.length > 0 ? drivers : [os.id];
  const file = fileOf(vm, view);
  return {
    cpu: [os.id],
    memory: floors.filter(({ kind }) => kind === 'host').map(({ id }) => id),
    disk: [...(drivers.length > 0 ? input : []), ...(file.length > 0 ? file : input)],
    network: input,
  };
}

/** CPU, memory, disk and network of a VM; nothing for other boxes and for products that are not known. */
export function deviceRows(entity: Entity, view: WorldView): Row[] {
  const hypervisor = entity.kind === 'vm' ? view.get(entity.standsOn ?? '') : undefined;
  const product = productOf(hypervisor);
  const ofGuest = devices.byProduct[product];
  if (hypervisor === undefined || ofGuest === undefined) return [];
  const known = isManager(entity) ? { ...ofGuest, ...devices.ofManager[product] } : ofGuest;
  const { labels } = devices;
  const vcpus = format.number(Number(entity.context['vcpus'] ?? 0));
  const carriers = carriersOf(entity, hypervisor, view);
  const row = (device: keyof Carriers, text: string): Row => ({
    ...boxRow(labels[device], [...new Set(carriers[device])], entity, view),
    text,
  });
  return [
    row('cpu', devices.cpus(vcpus, known.cpu)),
    row('memory', known.memory),
    row('disk', known.disk),
    row('network', known.network),
  ];
}

/** What the product of a hypervisor is made of. */
export function stackRows(entity: Entity): Row[] {
  const told = entity.kind === 'hypervisor' ? devices.stacks[productOf(entity)] : undefined;
  return told === undefined ? [] : [textRow(devices.stack, told)];
}
