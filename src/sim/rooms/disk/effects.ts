// What image files do in the world: they take room on their disk, are written by guests, and become one with others.
import type { Acts, Effect, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { CLUSTER, clustersOf, lacking, merged, type Layer } from '../../resources/images';
import { dropWhatStands, tellNeeders } from '../standing/fall';
import { programsIn } from '../vm/migration';
import {
  chainOf,
  fileBytes,
  filesOf,
  filesOver,
  freeOn,
  layerOf,
  layerText,
  readCost,
  writerOf,
} from './layers';

/** A file takes as much of its disk as it holds. */
export function keepBlocks(acts: Acts, self: EntityNumber): void {
  acts.hold(self, fileBytes(acts, self));
}

/** A file that is deleted gives back exactly what it took; one that is lost stays on what broke. */
export function giveBack(acts: Acts, self: EntityNumber): void {
  acts.hold(self, 0);
  if (acts.state(self) === 'deleted') acts.standOn(self, NONE);
}

/** What a guest writes in a second from a cluster on, round and round in the part that it uses. */
function nextWrites(reader: Reader, image: EntityNumber): { layer: Layer; cursor: number } {
  const hot = Math.floor(reader.amount(image, 'hotBytes') / CLUSTER);
  const count = Math.min(hot, Math.floor(reader.amount(image, 'writeBytesPerSecond') / CLUSTER));
  const from = reader.amount(image, 'cursor');
  if (count === 0) return { layer: [], cursor: from };
  const to = from + count;
  if (to < hot) return { layer: [{ from, to }], cursor: to };
  const around = to - hot;
  const layer = around === 0 ? [{ from, to }] : merged([{ from: 0, to: around }], [{ from, to: hot }]);
  return { layer, cursor: around };
}

/** A VM writes while it runs with a program in it, and does not stand still. */
function writes(reader: Reader, vm: EntityNumber): boolean {
  return (
    vm !== NONE && reader.has(vm, 'up') && reader.value(vm, 'paused') === false && programsIn(reader, vm)
  );
}

/** A second of writes goes to the file, if the disk has room for the clusters that are new in it. */
function writeBlocks(acts: Acts, self: EntityNumber): void {
  const before = layerOf(acts, self);
  const { layer, cursor } = writes(acts, writerOf(acts, self))
    ? nextWrites(acts, self)
    : { layer: [], cursor: acts.amount(self, 'cursor') };
  const more = (clustersOf(merged(before, layer)) - clustersOf(before)) * CLUSTER;
  if (more > freeOn(acts, acts.floor(self))) {
    acts.send(self, { type: 'FULL' });
    return;
  }
  acts.hold(self, acts.heldBytes(self) + more);
  const chain = [merged(before, layer), ...chainOf(acts, self).slice(1)];
  const cost = readCost(chain, acts.amount(self, 'hotBytes'));
  acts.send(self, { type: 'WROTE', layer: layerText(layer), cursor, readCost: cost });
}

/** The file that is written over this one takes in what it does not hold itself. */
function mergeUp(acts: Acts, self: EntityNumber): void {
  const over = filesOver(acts, self)[0];
  if (over === undefined) return;
  const layer = layerOf(acts, self);
  const more = clustersOf(lacking(layer, layerOf(acts, over))) * CLUSTER;
  acts.hold(self, 0);
  acts.hold(over, acts.heldBytes(over) + more);
  acts.send(over, { type: 'TAKE.IN', layer: layerText(layer), backing: acts.value(self, 'backing') });
  for (const written of acts.above(acts.floor(self))) {
    const files = acts.kind(written) === 'vdisk' ? filesOf(acts, written) : [];
    if (!files.includes(self) || acts.value(written, 'use') !== 'written') continue;
    const chain = files
      .filter((file) => file !== self)
      .map((file) => (file === over ? merged(layerOf(acts, over), layer) : layerOf(acts, file)));
    const cost = readCost(chain, acts.amount(written, 'hotBytes'));
    acts.send(written, { type: 'NOTE', change: { readCost: cost } });
  }
}

export const diskEffects: Readonly<Record<string, Effect>> = { dropWhatStands };

export const imageEffects: Readonly<Record<string, Effect>> = {
  keepBlocks,
  giveBack,
  writeBlocks,
  mergeUp,
  tellNeeders,
};
