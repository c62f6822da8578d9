// What a hypervisor does to its virtual machines and to what it stands on.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { claimMemory, releaseMemory } from '../memory/claims';
import { reclaim, reclaimStep } from '../memory/overcommit';
import { dropWhatStands, tellNeeders } from '../standing/fall';
import { askToEnd, endIfQuiet, reportOff } from '../standing/shutDown';

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

/** It went down: its VMs fall, and those that are on their way from or to it hear of it. */
function dropVms(acts: Acts, self: EntityNumber): void {
  dropWhatStands(acts, self);
  dropPeers(acts, self);
}

/** A hypervisor is gone: VMs that are on their way to it, or that left memory there, hear of it. */
function dropPeers(acts: Acts, self: EntityNumber): void {
  const id = acts.id(self);
  for (let box = 0; box < acts.count; box++) {
    if (acts.kind(box) === 'vm' && acts.value(box, 'peer') === id) acts.send(box, { type: 'PEER.LOST' });
  }
}

export const hypervisorEffects: Readonly<Record<string, Effect>> = {
  dropWhatStands: dropVms,
  tellNeeders,
  claimMemory,
  releaseMemory,
  startAtBoot,
  resetFloor,
  reclaim,
  reclaimStep,
  askToEnd,
  endIfQuiet,
  reportOff,
};
