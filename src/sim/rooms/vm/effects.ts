// What a VM asks of its hypervisor, and what it does to the kernel inside.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { bootFloors } from '../host/effects';
import { claimReservation, releaseReservation } from '../memory/claims';
import { checkDisk, isHeldUp } from './disk';
import { dropWhatStands, everythingAbove, isStandingStill, tellNeeders } from '../standing/fall';
import { pressButton } from '../standing/shutDown';

/** The hypervisor, if it is up and was told to, starts a crashed VM again at once. */
export function askHypervisor(acts: Acts, self: EntityNumber): void {
  if (acts.value(self, 'onCrash') !== 'restart') return;
  if (acts.has(acts.floor(self), 'up')) acts.send(self, { type: 'PICK.UP', given: ['onCrash'] });
}

/** Part of its memory had to be swapped out: that is why its hypervisor takes memory back, second by second. */
function reclaimForIt(acts: Acts, self: EntityNumber): void {
  acts.send(acts.floor(self), { type: 'RECLAIM' });
}

/** Its balloon has what it was to take: that is why its hypervisor shares memory out anew. */
function shareOut(acts: Acts, self: EntityNumber): void {
  acts.send(acts.floor(self), { type: 'MEMORY.CHANGED' });
}

/** Its virtual CPUs stand still: so do the programs in it, and who needs them gets no answer. */
function pausePrograms(acts: Acts, self: EntityNumber): void {
  const inside = everythingAbove(acts, self);
  for (const above of inside) if (acts.kind(above) === 'process') acts.send(above, { type: 'PAUSED' });
  for (const above of inside) tellNeeders(acts, above);
}

/** They go on with it, unless it stops again at once; in a VM that stands still itself, with that one. */
function unpausePrograms(acts: Acts, self: EntityNumber): void {
  if (isHeldUp(acts, self)) return;
  const awake = everythingAbove(acts, self).filter((above) => !isStandingStill(acts, above));
  for (const above of awake) if (acts.kind(above) === 'process') acts.send(above, { type: 'UNPAUSED' });
  for (const above of awake) tellNeeders(acts, above);
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
  reclaimForIt,
  shareOut,
  pausePrograms,
  unpausePrograms,
};
