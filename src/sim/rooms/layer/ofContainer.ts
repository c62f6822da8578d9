// A container that is made from an image: it gets a writable layer of its own over those of the image, shares what it
// reads with all others of its kernel, and leaves nothing behind but what is in a volume.
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import type { KindDefinition } from '../../engine/kind';
import { limitedContainer } from '../cgroup/change';
import { nameOf } from '../disk/files';
import { layersUnder, writableOf } from './store';

/** A new empty layer over those that the image has now. A later pull does not change what a container stands over. */
export function makeWritable(acts: Acts, self: EntityNumber): void {
  const image = acts.find((acts.value(self, 'image') as string | null) ?? '');
  if (image === NONE) return;
  const stem = nameOf(acts, self);
  let name = stem;
  for (let number = 2; acts.find(`layer/${name}`) !== NONE; number++) name = `${stem}-${number}`;
  const made = {
    use: 'writable',
    of: acts.id(self),
    image: acts.value(image, 'digest'),
    over: acts.value(image, 'layers'),
  };
  acts.create('layer', name, made, acts.floor(image));
}

function placeOnKernel(acts: Acts, self: EntityNumber, params: never): void {
  limitedContainer.effects['placeOnKernel']!(acts, self, params);
  makeWritable(acts, self);
}

/** The writable layer goes with its container; what it stands over stays, and so do volumes. */
function takeFromKernel(acts: Acts, self: EntityNumber, params: never): void {
  limitedContainer.effects['takeFromKernel']!(acts, self, params);
  const writable = writableOf(acts, self);
  if (writable !== NONE) acts.send(writable, { type: 'DELETE' });
}

/** What a program is made of is read: from the disk where its kernel has not read it yet. */
function startMain(acts: Acts, self: EntityNumber, params: never): void {
  limitedContainer.effects['startMain']!(acts, self, params);
  const writable = writableOf(acts, self);
  if (writable === NONE) return;
  const kernel = acts.floor(self);
  const cachedBy = `${acts.id(kernel)} ${acts.since(kernel)}`;
  for (const layer of layersUnder(acts, writable)) acts.send(layer, { type: 'READ', cachedBy });
}

const effects: Readonly<Record<string, Effect>> = { placeOnKernel, takeFromKernel, startMain };

/** The kind `container` with what its chart does where it is made from an image. */
export const imagedContainer: KindDefinition = {
  ...limitedContainer,
  effects: { ...limitedContainer.effects, ...effects },
};
