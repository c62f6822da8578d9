// Memory that a hypervisor keeps ready for a VM that comes, or still has of one that left: a room that nobody is in yet.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';

/** The kind of such a room: no box of the world has it. */
export const ARRIVAL = 'arrival';

/** The VM that a room is kept for, or null where it is a box of the world. */
export const vmOfArrival = (id: EntityId): EntityId | null =>
  id.startsWith(`${ARRIVAL}/`) ? id.slice(ARRIVAL.length + 1) : null;

/** What a hypervisor holds for VMs that stand elsewhere, as rooms of those sizes. */
export function arrivalsAt(hypervisor: Entity, view: WorldView): readonly Entity[] {
  if (hypervisor.kind !== 'hypervisor') return [];
  const vms = view.ofKind('vm').filter(({ context }) => context['peer'] === hypervisor.id);
  return vms.map((vm) => roomFor(vm, Number(vm.context['peerBytes'])));
}

/** What of a box is drawn: the rest is the VM's. */
const roomFor = (vm: Entity, bytes: number): Entity => ({
  ...vm,
  id: `${ARRIVAL}/${vm.id}`,
  kind: ARRIVAL,
  tags: ['up', 'holds-memory'],
  holds: [],
  context: {},
  memory: { ...vm.memory, size: bytes },
});
