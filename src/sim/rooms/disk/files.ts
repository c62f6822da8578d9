// Making and exchanging image files: an overlay over a file, a whole copy of a chain, and who writes to which.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import type { Scalar } from '../../engine/fact';
import { CLUSTER, clustersOf, EMPTY, flattened } from '../../resources/images';
import { timeToSend } from '../../resources/migration';
import type { ImageUse } from './facts';
import { chainOf, hostOf, layerText, readCost } from './layers';

const MICROS_PER_MS = 1_000;

/** What the files of one guest have in common. */
const SAME = [
  'virtualBytes',
  'writeBytesPerSecond',
  'hotBytes',
  'release',
  'drivers',
  'bus',
  'nextRelease',
  'nextDrivers',
  'upgradeBytes',
  'cursor',
] as const;

type Spec = Readonly<Record<string, Scalar>>;

function sameAs(reader: Reader, image: EntityNumber): Spec {
  return { ...Object.fromEntries(SAME.map((field) => [field, reader.value(image, field)])), dataBytes: 0 };
}

/** The first free name: `vm-1-2`, `vm-1-3` after `vm-1`. */
export function freeName(reader: Reader, kind: string, stem: string, first = 2): string {
  let number = first;
  while (reader.find(`${kind}/${stem}-${number}`) !== NONE) number++;
  return `${stem}-${number}`;
}

/** The name of a box without what stands before it. */
export function nameOf(reader: Reader, box: EntityNumber): string {
  const id = reader.id(box);
  return id.slice(id.indexOf('/') + 1);
}

/** A new empty file over another one, on the same disk, for a VM to write to. */
export function overlay(acts: Acts, below: EntityNumber, of: string): EntityNumber {
  const name = freeName(acts, 'vdisk', of.slice(of.indexOf('/') + 1), 1);
  const cost = readCost([EMPTY, ...chainOf(acts, below)], acts.amount(below, 'hotBytes'));
  const spec = { ...sameAs(acts, below), use: 'written', backing: acts.id(below), of, readCost: cost };
  return acts.create('vdisk', name, spec, acts.floor(below));
}

/** Bytes of all that can be read through a file: what a whole copy takes. */
export function wholeBytes(reader: Reader, image: EntityNumber): number {
  return clustersOf(flattened(chainOf(reader, image))[0]!) * CLUSTER;
}

/** A whole copy of what can be read through a file, on any disk. Its room is taken at once, its bytes come in time. */
export function copy(
  acts: Acts,
  image: EntityNumber,
  disk: EntityNumber,
  spec: { readonly use: ImageUse; readonly of: string; readonly name: string },
): EntityNumber {
  const [layer] = flattened(chainOf(acts, image));
  const bytes = wholeBytes(acts, image);
  const workMs = timeToSend(bytes, speedBetween(acts, acts.floor(image), disk)) / MICROS_PER_MS;
  const { name, ...others } = spec;
  const whole = { ...sameAs(acts, image), ...others, backing: null, layer: layerText(layer!), workMs };
  const made = acts.create('vdisk', name, whole, disk);
  acts.hold(made, bytes);
  return made;
}

/** Bytes a second from one disk to another: the slower of both, and of the network where they are in two hosts. */
function speedBetween(reader: Reader, one: EntityNumber, other: EntityNumber): number {
  const speeds = [one, other].map((disk) => reader.amount(disk, 'bytesPerSecond'));
  const hosts = [one, other].map((disk) => hostOf(reader, disk)).filter((host) => host !== NONE);
  const isFar = hosts[0] !== hosts[1] || hosts.length === 1;
  const cards = isFar ? hosts.map((host) => reader.amount(host, 'networkBytesPerSecond')) : [];
  return Math.min(...speeds, ...cards.filter((card) => card > 0));
}

/** Milliseconds to write so many bytes to a disk. */
export function writeMs(reader: Reader, disk: EntityNumber, bytes: number): number {
  return timeToSend(bytes, reader.amount(disk, 'bytesPerSecond')) / MICROS_PER_MS;
}

/** Whoever needed one file needs another one from now on. */
export function exchange(acts: Acts, before: EntityNumber, after: EntityNumber): void {
  for (const needer of [...acts.neededBy(before)]) {
    acts.forget(needer, before);
    acts.need(needer, after);
    acts.send(needer, { type: 'NEEDS.CHANGED' });
  }
}
