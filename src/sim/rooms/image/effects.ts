// How an image comes to a host: its manifest is read, what is missing is fetched, checked and stored, once.
import type { Acts, Effect, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { layerBytes, type LayerContent } from '../../resources/layers';
import { timeToSend } from '../../resources/migration';
import { freeOn, hostOf } from '../disk/layers';
import type { FailureCode } from '../failure';
import {
  canSend,
  fetchesFirst,
  firstAnswer,
  knownTo,
  layerAt,
  originOf,
  type Answer,
} from '../registry/mirror';
import { makeWritable } from '../layer/ofContainer';
import { digestsIn, layerOn, imagesOn, store } from '../layer/store';

const MICROS_PER_MS = 1_000;

/** What Docker says: moby distribution/pull_v2.go, and the kernel's own words where a disk is full. */
const ERRORS = {
  silent: 'dial tcp: connect: connection refused',
  name: 'manifest unknown',
  spoiled: 'filesystem layer verification failed for digest',
  full: 'no space left on device',
} as const satisfies Partial<Record<FailureCode, string>>;

/** What a pull that came to nothing is told, with what Docker adds to its words. */
const failed = (why: keyof typeof ERRORS, more = '') => ({
  type: 'FAILED',
  error: [ERRORS[why], more].filter(Boolean).join(' '),
  why,
});

/** The registry that an image is named after. */
const namedOf = (reader: Reader, self: EntityNumber) =>
  reader.find((reader.value(self, 'registry') as string | null) ?? '');

/** The registry or mirror that sends it. */
const senderOf = (reader: Reader, self: EntityNumber) => reader.find(reader.value(self, 'from') as string);

/** Whom the daemon asks, one after the other: its mirror, unless that was given up, and the registry itself. */
function askedFor(reader: Reader, self: EntityNumber): readonly EntityNumber[] {
  const mirror = reader.find((reader.value(self, 'mirror') as string | null) ?? '');
  const isPassed = mirror === NONE || reader.value(self, 'passesMirror') === true;
  return [...(isPassed ? [] : [mirror]), namedOf(reader, self)];
}

/** A layer as whoever sends it has it. */
const contentIn = (reader: Reader, self: EntityNumber, digest: string): LayerContent =>
  layerAt(reader, senderOf(reader, self), digest);

/** What was pulled before the scenario began lies on the disk, and containers of it have their writable layers. */
function unpack(acts: Acts, self: EntityNumber): void {
  const registry = namedOf(acts, self);
  const reference = acts.value(self, 'reference') as string;
  const answer = knownTo(acts, registry, reference);
  if (answer === null) {
    acts.send(self, failed('name'));
    return;
  }
  const disk = acts.floor(self);
  for (const digest of answer.manifest.layers) {
    if (layerOn(acts, disk, digest) === NONE) store(acts, disk, digest, layerAt(acts, registry, digest));
  }
  acts.send(self, manifestEvent(acts, answer));
}

function manifestEvent(reader: Reader, { from, digest, manifest }: Answer) {
  const wantedLayers = manifest.layers.join(' ');
  return { type: 'MANIFEST', wanted: digest, wantedLayers, from: reader.id(from) };
}

/** Containers that a world starts with stand over the image that is there. */
function equip(acts: Acts, self: EntityNumber): void {
  for (let box = 0; box < acts.count; box++) {
    const isOf = acts.kind(box) === 'container' && acts.value(box, 'image') === acts.id(self);
    if (isOf && acts.floor(box) !== NONE) makeWritable(acts, box);
  }
}

/** A registry is asked what the reference stands for: nothing is sent yet. A mirror keeps what it was told. */
function readManifest(acts: Acts, self: EntityNumber): void {
  const registries = askedFor(acts, self);
  const reference = acts.value(self, 'reference') as string;
  const answer = firstAnswer(acts, registries, reference);
  if (answer === null) {
    // Docker says what the last one that it asked said, and that is the registry itself (moby distribution/pull.go).
    const last = registries.at(-1)!;
    const isHeard = last !== NONE && acts.has(last, 'up');
    acts.send(self, failed(isHeard ? 'name' : 'silent'));
    return;
  }
  const { from, digest, manifest } = answer;
  if (originOf(acts, from) !== NONE)
    acts.send(from, { type: 'LEARN', reference, digest, manifest: JSON.stringify(manifest) });
  const missing = manifest.layers.filter((layer) => layerOn(acts, acts.floor(self), layer) === NONE);
  acts.tell(self, 'image.pulling', {
    reference,
    digest,
    from: acts.id(from),
    layers: manifest.layers.length,
    missing: missing.length,
    missingBytes: missing.reduce((sum, layer) => sum + layerBytes(layerAt(acts, from, layer)), 0),
  });
  acts.send(self, manifestEvent(acts, answer));
}

/** Bytes a second to the disk: the slowest of registry, network card and disk, and of the origin of a mirror. */
function speedOf(reader: Reader, self: EntityNumber, digest: string): number {
  const disk = reader.floor(self);
  const host = hostOf(reader, disk);
  const sender = senderOf(reader, self);
  const origin = fetchesFirst(reader, sender, digest) ? originOf(reader, sender) : NONE;
  const speeds = [
    reader.amount(sender, 'bytesPerSecond'),
    origin === NONE ? 0 : reader.amount(origin, 'bytesPerSecond'),
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
  const micros = due === null ? timeToSend(bytes, speedOf(acts, self, next)) : due - acts.now;
  const nextBytes = other === NONE ? bytes : 0;
  const isSent = other !== NONE || canSend(acts, senderOf(acts, self), next);
  acts.send(self, { type: isSent ? 'NEXT' : 'HELD', next, nextBytes, nextMs: micros / MICROS_PER_MS });
}

/** Whether what arrived is something else than what its digest says. */
function isSpoiled(reader: Reader, self: EntityNumber, digest: string): boolean {
  const isLast = digestsIn(reader.value(self, 'wantedLayers') as string).at(-1) === digest;
  return isLast && reader.value(senderOf(reader, self), 'spoils') === reader.value(self, 'reference');
}

/** A mirror that has not kept a layer yet keeps it when it has passed through. */
function keepAtMirror(acts: Acts, self: EntityNumber, digest: string, content: LayerContent): void {
  const sender = senderOf(acts, self);
  if (!fetchesFirst(acts, sender, digest)) return;
  const bytes = layerBytes(content);
  acts.send(sender, { type: 'KEEP', digest, content: JSON.stringify(content), bytes });
}

/** A layer that came is checked against its digest and stored, unless somebody else's pull was quicker. */
function arrive(acts: Acts, self: EntityNumber): void {
  const disk = acts.floor(self);
  const digest = acts.value(self, 'next') as string;
  const content = contentIn(acts, self, digest);
  const isNew = layerOn(acts, disk, digest) === NONE;
  if (isSpoiled(acts, self, digest)) {
    acts.send(self, failed('spoiled', digest));
    return;
  }
  if (isNew) keepAtMirror(acts, self, digest, content);
  if (isNew && layerBytes(content) > freeOn(acts, disk)) {
    acts.send(self, failed('full'));
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
  const next = acts.value(self, 'next') as string;
  acts.send(self, { type: canSend(acts, senderOf(acts, self), next) ? 'GO.ON' : 'CUT' });
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
