// What the end of a process means to its container or to the service manager of its kernel.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { claimMemory, releaseMemory } from '../memory/claims';
import { checkNeeds, tellNeeders } from '../standing/fall';
import { countStart as counted, serviceRestart, type ServiceRestartPolicy, type StartWindow } from './rules';

/** A start counts against the service manager's start limit. */
export function countStart(acts: Acts, self: EntityNumber): void {
  const { windowBeganAt, windowStarts } = counted(windowOf(acts, self), acts.now);
  acts.send(self, { type: 'START.COUNTED', windowBeganAt, windowStarts });
}

/** Where its files are known, it is looked whether the program can be loaded at all. */
function load(acts: Acts, self: EntityNumber): void {
  const root = acts.value(acts.floor(self), 'root') as string | null;
  if (root === null || acts.value(self, 'program') === null) return;
  acts.send(acts.find(root), { type: 'LOAD', process: acts.id(self) });
}

/** In a container, its first process was the container; on a kernel, the service manager decides. */
export function reportEnd(acts: Acts, self: EntityNumber): void {
  const floor = acts.floor(self);
  if (acts.kind(floor) !== 'container') askServiceManager(acts, self);
  else if (acts.above(floor)[0] === self) {
    acts.send(floor, { type: 'MAIN.ENDED', exitCode: acts.amount(self, 'exitCode') });
  }
}

/** The service manager restarts a service, gives up, or was not asked to do anything. */
function askServiceManager(acts: Acts, self: EntityNumber): void {
  if (!acts.has(acts.floor(self), 'up')) return;
  const answer = serviceRestart({
    policy: acts.value(self, 'restart') as ServiceRestartPolicy,
    exitCode: acts.value(self, 'exitCode') as number | null,
    signal: acts.value(self, 'signal') as string | null,
    stoppedByHand: false,
    nowMicros: acts.now,
    ...windowOf(acts, self),
  });
  if (answer.act === 'restart') acts.send(self, { type: 'PICK.LATER', delayMs: answer.delayMs });
  if (answer.act === 'give-up') acts.send(self, { type: 'GIVE.UP' });
}

function windowOf(acts: Acts, self: EntityNumber): StartWindow {
  return {
    windowBeganAt: acts.value(self, 'windowBeganAt') as number | null,
    windowStarts: acts.amount(self, 'windowStarts'),
  };
}

export const processEffects: Readonly<Record<string, Effect>> = {
  load,
  claimMemory,
  releaseMemory,
  checkNeeds,
  tellNeeders,
  countStart,
  reportEnd,
};
