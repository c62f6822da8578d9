// What a kernel does to what stands on it and to the machine below.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { resetFloor, startAtBoot } from '../hypervisor/effects';
import { claimMemory, releaseMemory } from '../memory/claims';
import { dropWhatStands, tellNeeders } from '../standing/fall';
import { askToEnd, endIfQuiet, reportOff } from '../standing/shutDown';

/** A guest kernel's panic reaches its VM, which may or may not notice. */
export function reportPanic(acts: Acts, self: EntityNumber): void {
  const floor = acts.floor(self);
  if (acts.kind(floor) === 'vm') acts.send(floor, { type: 'GUEST.PANICKED', given: ['onCrash'] });
}

export const kernelEffects: Readonly<Record<string, Effect>> = {
  dropWhatStands,
  tellNeeders,
  claimMemory,
  releaseMemory,
  startAtBoot,
  resetFloor,
  reportPanic,
  askToEnd,
  endIfQuiet,
  reportOff,
};
