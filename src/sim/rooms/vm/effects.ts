// What a VM asks of its hypervisor, and what it does to the kernel inside.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { bootFloors } from '../host/effects';
import { claimReservation, releaseReservation } from '../memory/claims';
import { checkDisk } from './disk';
import { dropWhatStands, tellNeeders } from '../standing/fall';
import { pressButton } from '../standing/shutDown';

/** The hypervisor, if it is up and was told to, starts a crashed VM again at once. */
export function askHypervisor(acts: Acts, self: EntityNumber): void {
  if (acts.value(self, 'onCrash') !== 'restart') return;
  if (acts.has(acts.floor(self), 'up')) acts.send(self, { type: 'PICK.UP', given: ['onCrash'] });
}

/** All but those of a VM that is moved, resized or has a disk in the world: see change.ts. */
export const vmEffects: Readonly<Record<string, Effect>> = {
  dropWhatStands,
  tellNeeders,
  bootFloors,
  pressButton,
  checkDisk,
  claimReservation,
  releaseReservation,
  askHypervisor,
};
