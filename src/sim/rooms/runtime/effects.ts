// What a runtime does to its containers when it comes and goes.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { startsWithDaemon, UNKNOWN_EXIT_CODE, type RestartPolicy } from '../container/rules';
import { claimMemory, releaseMemory } from '../memory/claims';
import { countStart, reportEnd } from '../process/effects';
import { tellNeeders } from '../standing/fall';
import { containersOf } from './containers';

/** A daemon just up takes over what still runs, and starts what its policies bring back. */
function settleContainers(acts: Acts, self: EntityNumber): void {
  for (const container of containersOf(acts, self)) {
    const starts = startsWithDaemon({
      policy: acts.value(container, 'restartPolicy') as RestartPolicy,
      maxRetries: acts.amount(container, 'maxRetries'),
      exitCode: (acts.value(container, 'exitCode') as number | null) ?? UNKNOWN_EXIT_CODE,
      manuallyStopped: acts.value(container, 'stoppedByHand') === true,
      restartCount: 0,
      startedBefore: acts.state(container) !== 'created',
    });
    if (starts) acts.send(container, { type: 'DAEMON.STARTS', given: ['restartPolicy'] });
  }
}

/** An orderly stop without live-restore: the daemon stops its containers first. */
function stopContainers(acts: Acts, self: EntityNumber): void {
  for (const container of containersOf(acts, self)) acts.send(container, { type: 'DAEMON.STOPS' });
}

/** Without its daemon, nobody counts down a container's back-off. */
function leaveContainersAlone(acts: Acts, self: EntityNumber): void {
  for (const container of containersOf(acts, self)) acts.send(container, { type: 'DAEMON.GONE' });
}

export const runtimeEffects: Readonly<Record<string, Effect>> = {
  claimMemory,
  releaseMemory,
  countStart,
  tellNeeders,
  reportEnd,
  settleContainers,
  stopContainers,
  leaveContainersAlone,
};
