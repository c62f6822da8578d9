// What a kernel does to what stands on it and to the machine below.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { resetFloor, startAtBoot } from '../hypervisor/effects';
import { claimMemory, releaseMemory } from '../memory/claims';
import { dropWhatStands, tellNeeders } from '../standing/fall';
import { askToEnd, endIfQuiet, reportOff } from '../standing/shutDown';

/**
 * A guest kernel's panic reaches its VM, which may or may not notice; that of the domain which manages the machine
 * takes the machine along (Xen: xen/common/shutdown.c, hwdom_shutdown, [R]; Hyper-V: the root partition's, [M]).
 */
export function reportPanic(acts: Acts, self: EntityNumber): void {
  const floor = acts.floor(self);
  if (acts.kind(floor) !== 'vm') return;
  if (acts.value(floor, 'manages') === true) acts.send(acts.floor(floor), { type: 'CRASH' });
  else acts.send(floor, { type: 'GUEST.PANICKED', given: ['onCrash'] });
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
