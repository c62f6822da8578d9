// A runtime whose programs are boxes of their own: dockerd beside containerd, and a monitor for each container.
import type { Acts, EntityNumber } from '../../engine/acts';
import type { KindDefinition } from '../../engine/kind';
import { killMain } from '../monitor/effects';
import { isChainUp, monitorsOn, productOf } from '../monitor/beside';
import { setting } from '../settings';
import { runtime } from '.';
import { runtimeEffects } from './effects';

type Plain = (acts: Acts, self: EntityNumber) => void;

const plain = runtimeEffects as Readonly<Record<string, Plain>>;

/** Daemons that stop their containers when they are stopped themselves; for all others they just go on. */
const STOPPING: readonly string[] = ['docker', 'dockerd'];

/** Only these know a shim; the daemon of Docker as one box has containerd in it. */
const WITH_SHIMS: readonly string[] = ['docker', 'containerd'];

function isContainerd(acts: Acts, self: EntityNumber): boolean {
  return WITH_SHIMS.includes(acts.value(self, 'product') as string);
}

/** containerd finds dead shims and takes in the exits that living ones kept for it. */
function takeOverShims(acts: Acts, self: EntityNumber): void {
  for (const shim of monitorsOn(acts, acts.floor(self))) {
    if (productOf(acts, shim).fate !== 'cleaned-up') continue;
    const of = acts.value(shim, 'of') as string;
    const container = acts.find(of);
    acts.send(shim, setting('takes', of));
    if (!acts.has(shim, 'up')) killMain(acts, container);
    else if (!acts.has(container, 'up')) acts.send(shim, { type: 'DETACH' });
  }
}

/** Up again: containerd looks at its shims first; policies act when the last daemon of the chain is there. */
function settleContainers(acts: Acts, self: EntityNumber): void {
  if (isContainerd(acts, self)) takeOverShims(acts, self);
  if (isChainUp(acts, acts.floor(self))) plain['settleContainers']!(acts, self);
}

/** Docker's daemon asks containerd to stop what runs; without it nothing is stopped. */
function stopContainers(acts: Acts, self: EntityNumber): void {
  const others = acts.above(acts.floor(self)).filter((box) => acts.kind(box) === 'runtime' && box !== self);
  const isHeard = others.every((each) => acts.has(each, 'up'));
  if (isHeard && STOPPING.includes(acts.value(self, 'product') as string))
    plain['stopContainers']!(acts, self);
}

/** Nobody counts a back-off any more; without containerd nobody cleans up after a dead shim either. */
function leaveContainersAlone(acts: Acts, self: EntityNumber): void {
  plain['leaveContainersAlone']!(acts, self);
  if (!isContainerd(acts, self)) return;
  for (const shim of monitorsOn(acts, acts.floor(self)))
    if (productOf(acts, shim).fate === 'cleaned-up') acts.send(shim, setting('takes', null));
}

/** The kind `runtime` where the programs of its chain are boxes of their own. */
export const chainedRuntime: KindDefinition = {
  ...runtime,
  effects: { ...runtime.effects, settleContainers, stopContainers, leaveContainersAlone },
};
