// What a container does with its processes, and what its runtime does with it.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { MS } from '../../engine/time';
import { runtimeOn } from '../runtime/containers';
import { dropWhatStands, tellNeeders } from '../standing/fall';
import { dockerRestart, type RestartPolicy } from './rules';

/** The runtime starts the container's processes, the first of them being the container's own life. */
function startMain(acts: Acts, self: EntityNumber): void {
  for (const process of acts.above(self)) acts.send(process, { type: 'START' });
}

/** An orderly stop reaches every process of the container. */
function stopWhatStands(acts: Acts, self: EntityNumber): void {
  for (const process of acts.above(self)) acts.send(process, { type: 'STOP' });
  tellNeeders(acts, self);
}

/** The container is created on a kernel. */
function placeOnKernel(acts: Acts, self: EntityNumber, params: { readonly kernel: string }): void {
  acts.standOn(self, acts.find(params.kernel));
}

/** The container is removed: it stands on nothing. */
function takeFromKernel(acts: Acts, self: EntityNumber): void {
  if (acts.floor(self) !== NONE) acts.standOn(self, NONE);
}

/** The runtime, if it is up, does what the restart policy says about this exit. */
function askRuntime(acts: Acts, self: EntityNumber): void {
  const runtime = runtimeOn(acts, acts.floor(self));
  if (runtime === NONE || !acts.has(runtime, 'up')) return;
  const answer = dockerRestart({
    policy: acts.value(self, 'restartPolicy') as RestartPolicy,
    maxRetries: acts.amount(self, 'maxRetries'),
    exitCode: acts.amount(self, 'exitCode'),
    manuallyStopped: acts.value(self, 'stoppedByHand') === true,
    executionMs: Math.floor(acts.lastStateLasted(self) / MS),
    previousTimeoutMs: acts.amount(self, 'backoffMs'),
    restartCount: acts.amount(self, 'restarts'),
  });
  if (answer.shouldRestart) acts.send(self, { type: 'PICK.LATER', delayMs: answer.timeoutMs });
}

export const containerEffects: Readonly<Record<string, Effect>> = {
  startMain,
  stopWhatStands,
  dropWhatStands,
  tellNeeders,
  placeOnKernel,
  takeFromKernel,
  askRuntime,
};
