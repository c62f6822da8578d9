// What layers and volumes take of their disk.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { layerBytes } from '../../resources/layers';
import { contentOf } from './store';

/** It takes as much of its disk as its files have. */
export function keepFiles(acts: Acts, self: EntityNumber): void {
  acts.hold(self, layerBytes(contentOf(acts, self)));
}

/** What is deleted lies on the disk no more; what is lost stays on what broke. */
export function giveBack(acts: Acts, self: EntityNumber): void {
  acts.hold(self, 0);
  if (acts.state(self) === 'deleted') acts.standOn(self, NONE);
}

/** It is read from the disk, all of it. */
function tellRead(acts: Acts, self: EntityNumber): void {
  acts.tell(self, 'layer.read', { bytes: acts.heldBytes(self) });
}

/** Effects of a volume. */
export const volumeEffects: Readonly<Record<string, Effect>> = { keepFiles, giveBack };

/** Effects of a layer. */
export const layerEffects: Readonly<Record<string, Effect>> = { ...volumeEffects, tellRead };
