// What comes out of a build: layers and configuration as an image under its name, and a push of it to the registry.
// Source: opencontainers/image-spec config.md (created, history); moby/buildkit docs/build-repro.md
// (SOURCE_DATE_EPOCH sets the times in the configuration, rewrite-timestamp those of the files).
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import { NONE } from '../../engine/facts';
import { clamped } from '../../resources/buildFiles';
import { skippedLines } from '../../resources/buildPlan';
import type { Instruction } from '../../resources/dockerfile';
import { imageDigest, layerBytes, type LayerContent } from '../../resources/layers';
import { timeToSend } from '../../resources/migration';
import type { Failing } from '../failure';
import { contentOf, digestsIn, garbageOn, layerOn } from '../layer/store';
import type { Manifest } from '../registry/facts';
import { tableOf } from './bases';
import { fail, FULL, isGone, keep } from './building';
import type { Made } from './facts';
import { diskOf, fieldOf, parsed, speedTo } from './place';
import { contentFor, secondsAt, stageOf, workOf, type Work } from './steps';

const MICROS_PER_MS = 1_000;

/** The layers of an image, its own with no time stamp after the epoch where that is asked for; null: no room. */
function finalLayers(acts: Acts, work: Work, made: Made): readonly string[] | null {
  const { epoch, rewriteTimestamps } = work.order;
  if (epoch === null || !rewriteTimestamps) return made.layers;
  const own = made.layers
    .slice(made.base)
    .map((digest) => keep(acts, work, clamped(contentFor(work, digest), epoch)));
  if (own.some((kept) => kept === null)) return null;
  return [...made.layers.slice(0, made.base), ...own.map((kept) => kept!.digest)];
}

/** The image of a machine: one file, a whole disk. */
function machineLayer(acts: Acts, self: EntityNumber, work: Work, made: Made): readonly string[] | null {
  const all = made.layers.reduce((sum, digest) => sum + layerBytes(contentFor(work, digest)), 0);
  const bytes = acts.amount(self, 'osBytes') + all;
  const disk = { path: '/disk.img', bytes, content: made.layers.join(' '), changed: secondsAt(acts) };
  const kept = keep(acts, work, { files: [disk] });
  return kept === null ? null : [kept.digest];
}

/** What the steps of a machine wrote is inside its disk now: nothing of it is kept beside that. */
function dropSteps(acts: Acts, self: EntityNumber, image: EntityNumber, layers: readonly string[]): void {
  for (const layer of garbageOn(acts, diskOf(acts, self), self, image))
    if (!layers.includes(acts.value(layer, 'digest') as string)) acts.send(layer, { type: 'DELETE' });
}

/** The build is over: what it made stands under its name on the disk. */
export function writeImage(acts: Acts, self: EntityNumber): void {
  if (isGone(acts, self)) return;
  const work = workOf(acts, self);
  const { order, plan } = work;
  const made = stageOf(work, plan.target);
  const isMachine = fieldOf(acts, self, 'makes') === 'vm-image';
  const layers = isMachine ? machineLayer(acts, self, work, made) : finalLayers(acts, work, made);
  if (layers === null) {
    fail(acts, self, FULL, 0);
    return;
  }
  const created = order.epoch ?? made.created;
  const history = made.layers.map((digest) => made.texts[digest] ?? '');
  const config = JSON.stringify({ created, config: plan.stages[plan.target]!.config, history });
  const digest = imageDigest(layers, config);
  const images = { ...parsed(acts, self, 'images'), [digest]: { layers, config } };
  const image = acts.find(order.image);
  if (image !== NONE) acts.send(image, { type: 'BUILT', wanted: digest, wantedLayers: layers.join(' ') });
  acts.tell(self, 'builder.built', { ...summary(acts, self, work, layers), digest });
  if (isMachine) dropSteps(acts, self, image, layers);
  const progress = {
    images: JSON.stringify(images),
    plan: '',
    ...(order.pushes ? {} : { order: '' }),
    ...(isMachine && { cache: '{}', keeps: '' }),
  };
  acts.send(self, { type: 'EXPORTED', progress });
}

function summary(acts: Acts, self: EntityNumber, work: Work, layers: readonly string[]) {
  const bytes = layers.reduce((sum, digest) => sum + layerBytes(contentFor(work, digest)), 0);
  const isMachine = fieldOf(acts, self, 'makes') === 'vm-image';
  return {
    image: work.order.image,
    reference: work.order.reference,
    layers: layers.length,
    bytes,
    newBytes: isMachine ? bytes : acts.amount(self, 'newBytes'),
    hits: acts.amount(self, 'hits'),
    steps: work.plan.steps.length,
    skipped: skippedLines(JSON.parse(work.order.recipe) as readonly Instruction[], work.order.target),
    tookMs: (acts.now - acts.amount(self, 'startedAt')) / MICROS_PER_MS,
  };
}

/** An image that is pushed: its registry, and what of it that does not have yet. */
function missingThere(reader: Reader, self: EntityNumber) {
  const image = reader.find(fieldOf(reader, self, 'image'));
  const registry = reader.find((reader.value(image, 'registry') as string | null) ?? '');
  const there = tableOf<LayerContent>(reader, registry, 'layers');
  const layers = digestsIn(reader.value(image, 'layers') as string);
  const missing = layers.filter((digest) => there[digest] === undefined);
  const disk = diskOf(reader, self);
  const contents = Object.fromEntries(missing.map((digest) => [digest, readLayer(reader, disk, digest)]));
  const bytes = Object.values(contents).reduce((sum, content) => sum + layerBytes(content), 0);
  return { image, registry, there, layers, contents, bytes, disk };
}

function readLayer(reader: Reader, disk: EntityNumber, digest: string): LayerContent {
  const layer = layerOn(reader, disk, digest);
  return layer === NONE ? { files: [] } : contentOf(reader, layer);
}

const isSilent = (reader: Reader, registry: EntityNumber) => registry === NONE || !reader.has(registry, 'up');

const unsent = (reference: string, said: string): Failing => ({
  error: `failed to push ${reference}: ${said}`,
  why: 'silent',
});

/** What the registry lacks is sent, nothing else. */
export function preparePush(acts: Acts, self: EntityNumber): void {
  if (isGone(acts, self)) return;
  const { image, registry, bytes, disk } = missingThere(acts, self);
  if (isSilent(acts, registry)) {
    const reference = String(acts.value(image, 'reference'));
    fail(acts, self, unsent(reference, 'dial tcp: connect: connection refused'), 0);
    return;
  }
  const micros = timeToSend(bytes, speedTo(acts, disk, registry));
  acts.send(self, { type: 'SEND', progress: { workMs: micros / MICROS_PER_MS, line: 0 } });
}

/** The registry has all layers now: its name stands for the new image. */
export function publish(acts: Acts, self: EntityNumber): void {
  if (isGone(acts, self)) return;
  const { image, registry, there, layers, contents, bytes } = missingThere(acts, self);
  const reference = acts.value(image, 'reference') as string;
  if (isSilent(acts, registry)) {
    fail(acts, self, unsent(reference, 'unexpected EOF'), 0);
    return;
  }
  const digest = acts.value(image, 'digest') as string;
  const manifests = tableOf<Manifest>(acts, registry, 'manifests');
  const own = parsed(acts, self, 'images')[digest] ?? manifests[digest];
  const manifest: Manifest = own ?? { layers, config: '' };
  acts.send(registry, {
    type: 'PUSHED',
    tags: JSON.stringify({ ...tableOf<string>(acts, registry, 'tags'), [reference]: digest }),
    manifests: JSON.stringify({ ...manifests, [digest]: manifest }),
    layers: JSON.stringify({ ...there, ...contents }),
  });
  const sent = { sentBytes: bytes, sent: Object.keys(contents).length, layers: layers.length };
  acts.tell(self, 'builder.pushed', { image: acts.id(image), reference, digest, ...sent });
  acts.send(self, { type: 'SENT' });
}
