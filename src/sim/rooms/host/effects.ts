// What a host does to what stands on it.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { dropWhatStands, tellNeeders } from '../standing/fall';
import { pressButton } from '../standing/shutDown';

/** Firmware is done: the boot loader starts what is installed. A VM's virtual firmware does the same. */
export function bootFloors(acts: Acts, self: EntityNumber): void {
  for (const above of acts.above(self)) acts.send(above, { type: 'BOOT' });
}

export const hostEffects: Readonly<Record<string, Effect>> = {
  dropWhatStands,
  tellNeeders,
  bootFloors,
  pressButton,
};
