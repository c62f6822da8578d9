// Memory that stays taken when a kernel panics: nobody is there any more who could take it back from what fell.
import type { Entity, WorldView } from '../../sim/engine/view';
import { floorsOf } from '../name';
import { holdsMemory } from '../reserved';

/** Whether a kernel stands still as it was: it is down, and has all that it had given away. */
export const isHung = (box: Entity): boolean =>
  box.kind === 'kernel' && box.tags.includes('down') && holdsMemory(box);

/** Whether it is what gives the memory of a machine away, and is down. */
export const isFloorDown = ({ kind, tags }: Entity): boolean =>
  (kind === 'kernel' || kind === 'hypervisor') && tags.includes('down');

/** States of what was up until the floor under it was lost. */
const FELL: readonly string[] = ['fallen', 'taken-along'];

/** Whether a box came down from where it had memory: one that was ended before had given it back. */
const hadMemory = ({ lastTransition }: Entity): boolean => lastTransition?.from !== 'taken-along';

/** The boxes from one down to the kernel that gave it its memory; none where a VM or the hardware comes first. */
function downToKernel(entity: Entity, view: WorldView): readonly Entity[] {
  const floors = floorsOf(entity, view);
  const at = floors.findIndex(({ kind }, index) => index > 0 && (kind === 'kernel' || kind === 'vm'));
  return floors[at]?.kind === 'kernel' ? floors.slice(0, at + 1) : [];
}

/** Whether a box fell with a kernel that panicked, so that what it had stays taken: `giveBack` of the room says so. */
export function isKept(entity: Entity, view: WorldView): boolean {
  const floors = downToKernel(entity, view);
  const kernel = floors.at(-1);
  if (kernel === undefined || !isHung(kernel)) return false;
  return floors
    .slice(0, -1)
    .every((box) => FELL.includes(box.state) && box.since >= kernel.since && hadMemory(box));
}

/** Memory of a box and of all that stands on it, that a kernel which panicked keeps taken. */
export function keptBytes(entity: Entity, view: WorldView): number {
  if (!isKept(entity, view)) return 0;
  if (entity.kind === 'vm') return entity.memory.size ?? 0;
  const above = entity.holds.flatMap((id) => view.get(id) ?? []);
  return above.reduce((sum, box) => sum + keptBytes(box, view), entity.memory.own);
}
