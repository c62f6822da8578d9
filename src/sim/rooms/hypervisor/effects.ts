// What a hypervisor does to its virtual machines and to what it stands on.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { claimMemory, releaseMemory } from '../memory/claims';
import { reclaim, reclaimStep } from '../memory/overcommit';
import { dropWhatStands, tellNeeders } from '../standing/fall';

/** A kernel's service manager or a hypervisor, just up, starts what is set to start at boot. */
export function startAtBoot(acts: Acts, self: EntityNumber): void {
  for (const above of acts.above(self)) {
    if (acts.kind(above) !== 'container' && acts.value(above, 'startAtBoot') === true) {
      acts.send(above, { type: 'PICK.UP', given: ['startAtBoot'] });
    }
  }
}

/** A kernel or hypervisor restarts the machine that it stands on. */
export function resetFloor(acts: Acts, self: EntityNumber): void {
  const floor = acts.floor(self);
  if (floor !== NONE) acts.send(floor, { type: 'RESET' });
}

export const hypervisorEffects: Readonly<Record<string, Effect>> = {
  dropWhatStands,
  tellNeeders,
  claimMemory,
  releaseMemory,
  startAtBoot,
  resetFloor,
  reclaim,
  reclaimStep,
};
