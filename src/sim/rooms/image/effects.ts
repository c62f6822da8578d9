// How an image comes to a host: its manifest is read, what is missing is fetched, checked and stored, once.
import type { Acts, Effect, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { layerBytes, type LayerContent } from '../../resources/layers';
import { timeToSend } from '../../resources/migration';
import { freeOn, hostOf } from '../disk/layers';
import type { Manifest } from '../registry/facts';
import { makeWritable } from '../layer/ofContainer';
import { digestsIn, layerOn, imagesOn, store } from '../layer/store';

const MICROS_PER_MS = 1_000;

/** What Docker says: moby distribution/pull_v2.go, and the kernel's own words where a disk is full. */
const ERRORS = {
  down: 'dial tcp: connect: connection refused',
  unknown: 'manifest unknown',
  spoiled: 'filesystem layer verification failed for digest',
  full: 'no space left on device',
} as const;

const registryOf = (reader: Reader, self: EntityNumber) =>
  reader.find((reader.value(self, 'registry') as string | null) ?? '');

function table<Of>(reader: Reader, registry: EntityNumber, field: string): Readonly<Record<string, Of>> {
  return JSON.parse(reader.value(registry, field) as string) as Readonly<Record<string, Of>>;
}

/** The manifest that a reference stands for now; one with a digest stands for that alone. Null: the registry has none. */
function manifestOf(
  reader: Reader,
  self: EntityNumber,
): { digest: string; layers: readonly string[] } | null {
  const registry = registryOf(reader, self);
  if (registry === NONE) return null;
  const reference = reader.value(self, 'reference') as string;
  const digest = reference.split('@')[1] ?? table<string>(reader, registry, 'tags')[reference] ?? '';
  const manifest = table<Manifest>(reader, registry, 'manifests')[digest];
  return manifest === undefined ? null : { digest, layers: manifest.layers };
}

function contentIn(reader: Reader, self: EntityNumber, digest: string): LayerContent {
  return table<LayerContent>(reader, registryOf(reader, self), 'layers')[digest] ?? { files: [] };
}

/** What was pulled before the scenario began lies on the disk, and containers of it have their writable layers. */
function unpack(acts: Acts, self: EntityNumber): void {
  const manifest = manifestOf(acts, self);
  if (manifest === null) {
    acts.send(self, { type: 'FAILED', error: ERRORS.unknown });
    return;
  }
  const disk = acts.floor(self);
  for (const digest of manifest.layers) {
    if (layerOn(acts, disk, digest) === NONE) store(acts, disk, digest, contentIn(acts, self, digest));
  }
  acts.send(self, manifestEvent(manifest));
}

function manifestEvent({ digest, layers }: { digest: string; layers: readonly string[] }) {
  return { type: 'MANIFEST', wanted: digest, wantedLayers: layers.join(' ') };
}

/** Containers that a world starts with stand over the image that is there. */
function equip(acts: Acts, self: EntityNumber): void {
  for (let box = 0; box < acts.count; box++) {
    const isOf = acts.kind(box) === 'container' && acts.value(box, 'image') === acts.id(self);
    if (isOf && acts.floor(box) !== NONE) makeWritable(acts, box);
  }
}

/** The registry is asked what the reference stands for: nothing is sent yet. */
function readManifest(acts: Acts, self: EntityNumber): void {
  const registry = registryOf(acts, self);
  const isUp = registry !== NONE && acts.has(registry, 'up');
  const manifest = isUp ? manifestOf(acts, self) : null;
  if (manifest === null) {
    acts.send(self, { type: 'FAILED', error: isUp ? ERRORS.unknown : ERRORS.down });
    return;
  }
  const missing = manifest.layers.filter((digest) => layerOn(acts, acts.floor(self), digest) === NONE);
  acts.tell(self, 'image.pulling', {
    reference: acts.value(self, 'reference'),
    digest: manifest.digest,
    layers: manifest.layers.length,
    missing: missing.length,
    missingBytes: missing.reduce((sum, digest) => sum + layerBytes(contentIn(acts, self, digest)), 0),
  });
  acts.send(self, manifestEvent(manifest));
}

/** Bytes a second from the registry to the disk: the slowest of registry, network card and disk. */
function speedOf(reader: Reader, self: EntityNumber): number {
  const disk = reader.floor(self);
  const host = hostOf(reader, disk);
  const speeds = [
    reader.amount(registryOf(reader, self), 'bytesPerSecond'),
    host === NONE ? 0 : reader.amount(host, 'networkBytesPerSecond'),
    reader.amount(disk, 'bytesPerSecond'),
  ];
  return Math.min(...speeds.filter((speed) => speed > 0));
}

/** The first layer, from the base on, that is wanted and not on the disk; undefined when all are there. */
function firstMissing(reader: Reader, image: EntityNumber): string | undefined {
  const wanted = digestsIn(reader.value(image, 'wantedLayers') as string);
  return wanted.find((digest) => layerOn(reader, reader.floor(image), digest) === NONE);
}

/** Another image of this disk whose pull brings the same layer, now or from this instant on; or NONE. */
function fetcherOf(reader: Reader, self: EntityNumber, digest: string): EntityNumber {
  const isFetching = (image: EntityNumber) =>
    reader.state(image) === 'fetching' || (reader.state(image) === 'choosing' && image < self);
  const others = imagesOn(reader, reader.floor(self)).filter((image) => image !== self && isFetching(image));
  return others.find((image) => firstMissing(reader, image) === digest) ?? NONE;
}

/** The next layer that is not on the disk yet is fetched, once for all who want it; what is there is not. */
function fetchNext(acts: Acts, self: EntityNumber): void {
  const next = firstMissing(acts, self);
  if (next === undefined) {
    acts.send(self, { type: 'ALL.THERE' });
    return;
  }
  const other = fetcherOf(acts, self, next);
  const due = other === NONE ? null : acts.due(other);
  const bytes = layerBytes(contentIn(acts, self, next));
  const micros = due === null ? timeToSend(bytes, speedOf(acts, self)) : due - acts.now;
  const nextBytes = other === NONE ? bytes : 0;
  acts.send(self, { type: 'NEXT', next, nextBytes, nextMs: micros / MICROS_PER_MS });
}

/** Whether what arrived is something else than what its digest says. */
function isSpoiled(reader: Reader, self: EntityNumber, digest: string): boolean {
  const isLast = digestsIn(reader.value(self, 'wantedLayers') as string).at(-1) === digest;
  return isLast && reader.value(registryOf(reader, self), 'spoils') === reader.value(self, 'reference');
}

/** A layer that came is checked against its digest and stored, unless somebody else's pull was quicker. */
function arrive(acts: Acts, self: EntityNumber): void {
  const disk = acts.floor(self);
  const digest = acts.value(self, 'next') as string;
  const content = contentIn(acts, self, digest);
  const isNew = layerOn(acts, disk, digest) === NONE;
  if (isSpoiled(acts, self, digest)) {
    acts.send(self, { type: 'FAILED', error: `${ERRORS.spoiled} ${digest}` });
    return;
  }
  if (isNew && layerBytes(content) > freeOn(acts, disk)) {
    acts.send(self, { type: 'FAILED', error: ERRORS.full });
    return;
  }
  if (isNew) store(acts, disk, digest, content);
  acts.send(self, { type: 'STORED' });
}

/** What came of a layer before the registry stopped is kept: only the rest is asked for again. */
function keepWhatCame(acts: Acts, self: EntityNumber): void {
  const passedMs = acts.lastStateLasted(self) / MICROS_PER_MS;
  acts.send(self, { type: 'LEFT', nextMs: Math.max(0, acts.amount(self, 'nextMs') - passedMs) });
}

function tryAgain(acts: Acts, self: EntityNumber): void {
  acts.send(self, { type: acts.has(registryOf(acts, self), 'up') ? 'GO.ON' : 'CUT' });
}

export const imageEffects: Readonly<Record<string, Effect>> = {
  unpack,
  equip,
  readManifest,
  fetchNext,
  arrive,
  keepWhatCame,
  tryAgain,
};
