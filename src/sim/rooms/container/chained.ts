// A container with the program that stays beside it: that comes with it, and leaves when its end was taken in.
import type { Acts, EntityNumber } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import type { KindDefinition } from '../../engine/kind';
import { isChainUp, isContainerdUp, monitorOf, productOf } from '../monitor/beside';
import { container } from '.';
import type { Drop } from '../standing/floorLost';
import { containerEffects } from './effects';

type Plain = (acts: Acts, self: EntityNumber, how?: Drop) => void;

const plain = containerEffects as Readonly<Record<string, Plain>>;

/** runc starts the first process and leaves; what stays is the monitor. */
function startMain(acts: Acts, self: EntityNumber): void {
  plain['startMain']!(acts, self);
  const monitor = monitorOf(acts, self);
  if (monitor !== NONE) acts.send(monitor, { type: 'ATTACH' });
}

/** A shim keeps the exit status until containerd has taken it in; every other monitor writes it down and leaves. */
function detach(acts: Acts, self: EntityNumber): void {
  const monitor = monitorOf(acts, self);
  if (monitor === NONE) return;
  const waits = productOf(acts, monitor).fate === 'cleaned-up' && !isContainerdUp(acts, acts.floor(self));
  if (!waits) acts.send(monitor, { type: 'DETACH' });
}

/** Its first process ended, or the floor went: what it had beside it goes too. */
function dropWhatStands(acts: Acts, self: EntityNumber, how?: Drop): void {
  plain['dropWhatStands']!(acts, self, how);
  detach(acts, self);
}

function stopWhatStands(acts: Acts, self: EntityNumber): void {
  plain['stopWhatStands']!(acts, self);
  detach(acts, self);
}

/** A daemon hears of an exit through the whole chain; where one of it is down, nobody does. */
function askRuntime(acts: Acts, self: EntityNumber): void {
  if (isChainUp(acts, acts.floor(self))) plain['askRuntime']!(acts, self);
}

/** The kind `container` where its monitor is a box of its own. */
export const chainedContainer: KindDefinition = {
  ...container,
  effects: { ...container.effects, startMain, dropWhatStands, stopWhatStands, askRuntime },
};
