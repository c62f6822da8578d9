// Image files as the arithmetic of chains sees them, read from the world: layers, chains, what a disk has left.
import type { EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { CLUSTER, clustersOf, lookups, merged, type Chain, type Layer } from '../../resources/images';

/** Clusters written as `from-to from-to`, as extents. */
function layerFrom(text: string): Layer {
  if (text === '') return [];
  return text.split(' ').map((extent) => {
    const [from = 0, to = 0] = extent.split('-').map(Number);
    return { from, to };
  });
}

/** Extents as text: what a context can hold. */
export function layerText(layer: Layer): string {
  return layer.map(({ from, to }) => `${from}-${to}`).join(' ');
}

/** A layer, as text, with what was written to it besides. */
export function withLayer(text: string, more: string): string {
  return more === '' ? text : layerText(merged(layerFrom(text), layerFrom(more)));
}

/** What an image file holds itself. */
export function layerOf(reader: Reader, image: EntityNumber): Layer {
  return layerFrom(reader.value(image, 'layer') as string);
}

/** The file under another one in its chain, or NONE. */
export function backingOf(reader: Reader, image: EntityNumber): EntityNumber {
  const backing = reader.value(image, 'backing') as string | null;
  return backing === null ? NONE : reader.find(backing);
}

/** An image file and all that are looked at under it, from the one that is written to the base. */
export function filesOf(reader: Reader, image: EntityNumber): EntityNumber[] {
  const files: EntityNumber[] = [];
  for (let file = image; file !== NONE; file = backingOf(reader, file)) files.push(file);
  return files;
}

/** The layers of a disk as its guest sees it. */
export function chainOf(reader: Reader, image: EntityNumber): Chain {
  return filesOf(reader, image).map((file) => layerOf(reader, file));
}

/** Files that are looked into on average to read a cluster of what the guest goes round in, in hundredths. */
export function readCost(chain: Chain, hotBytes: number): number {
  const clusters = Math.max(1, Math.floor(hotBytes / CLUSTER));
  return Math.round((lookups(chain, { from: 0, to: clusters }) * 100) / clusters);
}

/** Files that begin where this one ends: written over it, or read through. */
export function filesOver(reader: Reader, image: EntityNumber): EntityNumber[] {
  const id = reader.id(image);
  return reader
    .above(reader.floor(image))
    .filter((other) => reader.value(other, 'backing') === id && isThere(reader, other));
}

/** Whether a file is there at all. */
export function isThere(reader: Reader, image: EntityNumber): boolean {
  const state = reader.state(image);
  return state !== 'deleted' && state !== 'gone';
}

/** Bytes that a file takes on its disk: its clusters, the memory kept with it, what is taken besides. */
export function fileBytes(reader: Reader, image: EntityNumber): number {
  const blocks = clustersOf(layerOf(reader, image)) * CLUSTER;
  return blocks + reader.amount(image, 'stateBytes') + reader.amount(image, 'spareBytes');
}

/** Bytes that are left on a disk. */
export function freeOn(reader: Reader, disk: EntityNumber): number {
  return reader.amount(disk, 'capacityBytes') - reader.chargedBytes(disk);
}

/** The VM that writes to an image file, or NONE. */
export function writerOf(reader: Reader, image: EntityNumber): EntityNumber {
  return reader.neededBy(image).find((other) => reader.kind(other) === 'vm') ?? NONE;
}

/** The host whose disk this is, or NONE for storage that all hosts reach. */
export function hostOf(reader: Reader, disk: EntityNumber): EntityNumber {
  const host = reader.value(disk, 'host') as string | null;
  return host === null ? NONE : reader.find(host);
}

/** Whether what runs on a host can use a disk: it is built into that host, or all hosts reach it. */
export function reaches(reader: Reader, host: EntityNumber, disk: EntityNumber): boolean {
  const own = hostOf(reader, disk);
  return own === NONE || own === host;
}
