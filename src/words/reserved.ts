// Whether VMs keep memory that they may not use.
import type { Entity, WorldView } from '../sim/engine/view';

/** Whether a box has memory of its own level now; what is off or down has none. */
export const holdsMemory = ({ tags }: Entity): boolean => tags.includes('holds-memory');

/** Whether a VM above a box, as deep as they stand in each other, keeps room that it may not use. */
export function reservesOn(box: Entity, view: WorldView): boolean {
  return box.holds.some((id) => {
    const above = view.get(id);
    if (above?.kind === 'vm') return holdsMemory(above) && !view.isPromised(above.id);
    return above !== undefined && reservesOn(above, view);
  });
}
