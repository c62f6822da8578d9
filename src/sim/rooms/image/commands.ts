// What may be asked about images: pulling one, making containers of it, removing it, and removing what nobody needs.
import type { AnswerName } from '../answers';
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';
import type { CommandDefinition } from '../../engine/model';
import { shortDigest } from '../../resources/layers';
import { optional, whole } from '../arguments';
import { unlessDisk } from '../disk/refusals';
import { hostOf } from '../disk/layers';
import { freeName, nameOf } from '../disk/files';
import { unlessStored } from '../layer/commands';
import { makeWritable } from '../layer/ofContainer';
import { digestsIn, garbageOn, layersOn } from '../layer/store';
import { DOCKER_FAILED } from '../container/rules';
import { isDocker, runtimeOn, unlessRuntimeOn } from '../runtime/containers';

/** Most containers that one command makes. */
const MOST_COPIES = 100;

/** The kernel on the host of a disk, or NONE. */
function kernelOf(reader: Reader, disk: EntityNumber): EntityNumber {
  const host = hostOf(reader, disk);
  if (host === NONE) return NONE;
  return reader.above(host).find((box) => reader.kind(box) === 'kernel') ?? NONE;
}

/** Refuses where no runtime is there for the images of a disk, or the disk is not. */
function unlessRuntime(reader: Reader, image: EntityNumber): Refusal | null {
  const disk = reader.floor(image);
  const kernel = kernelOf(reader, disk);
  const data = { box: reader.id(image) };
  return (
    unlessDisk(reader, disk) ??
    (kernel === NONE ? { code: 'no-runtime', data } : unlessRuntimeOn(reader, image, kernel))
  );
}

/** `docker run`: a container with a program in it, over what the image is now. */
function run(acts: Acts, image: EntityNumber): void {
  const name = freeName(acts, 'container', nameOf(acts, image), 1);
  const kernel = kernelOf(acts, acts.floor(image));
  const made = acts.create('container', name, { image: acts.id(image), placed: true, start: 'off' }, kernel);
  const fields = ['service', 'memoryBytes', 'cpuMicro', 'startMs'];
  const spec = Object.fromEntries(fields.map((field) => [field, acts.value(image, field)]));
  acts.create('process', name, { ...spec, start: 'off' }, made);
  makeWritable(acts, made);
  acts.send(made, { type: 'START' });
}

/** Refuses to run: `docker run` ends, and no program was started whose code it could hand on. */
function unlessRuns(reader: Reader, image: EntityNumber): Refusal | null {
  const refusal = unlessRuntime(reader, image) ?? unlessStored(reader, image, image);
  const runtime = refusal === null ? NONE : runtimeOn(reader, kernelOf(reader, reader.floor(image)));
  if (refusal === null || runtime === NONE || refusal.code === 'floor-down') return refusal;
  if (!isDocker(reader, runtime)) return refusal;
  return { ...refusal, data: { ...refusal.data, saidBy: 'docker', exitCode: DOCKER_FAILED } };
}

/** Refuses to remove what is not there, in the words of whoever looks after the images. */
function unlessRemovable(reader: Reader, image: EntityNumber): Refusal | null {
  const refusal = unlessStored(reader, image, image);
  const runtime = runtimeOn(reader, kernelOf(reader, reader.floor(image)));
  return refusal === null || !isDocker(reader, runtime)
    ? refusal
    : { ...refusal, data: { ...refusal.data, saidBy: 'docker' } };
}

/** The writable layer of a container that was made from what an image is now, or NONE. */
function userOf(reader: Reader, image: EntityNumber): EntityNumber {
  const digest = reader.value(image, 'digest');
  const writables = layersOn(reader, reader.floor(image), 'writable');
  return writables.find((layer) => reader.value(layer, 'image') === digest) ?? NONE;
}

function unlessUnused(reader: Reader, image: EntityNumber): Refusal | null {
  const user = userOf(reader, image);
  if (user === NONE) return null;
  const data = {
    box: reader.id(image),
    where: reader.value(user, 'of'),
    reference: reader.value(image, 'reference'),
    digest: shortDigest(reader.value(image, 'digest') as string),
  };
  return { code: 'image-in-use', data };
}

/** Its layers go, but for those that other images or containers need. */
function removeLayers(acts: Acts, image: EntityNumber): void {
  const own = digestsIn(acts.value(image, 'layers') as string);
  acts.send(image, { type: 'REMOVE' });
  for (const layer of garbageOn(acts, acts.floor(image), image)) {
    if (own.includes(acts.value(layer, 'digest') as string)) acts.send(layer, { type: 'DELETE' });
  }
}

/** The disks whose images a runtime looks after. */
function disksOf(reader: Reader, runtime: EntityNumber): readonly EntityNumber[] {
  const host = reader.floor(reader.floor(runtime));
  const disks: EntityNumber[] = [];
  for (let box = 0; box < reader.count; box++) {
    if (reader.kind(box) === 'disk' && hostOf(reader, box) === host && reader.has(box, 'up')) disks.push(box);
  }
  return disks;
}

function prune(acts: Acts, runtime: EntityNumber): void {
  const layers = disksOf(acts, runtime).flatMap((disk) => garbageOn(acts, disk));
  const bytes = layers.reduce((sum, layer) => sum + acts.heldBytes(layer), 0);
  for (const layer of layers) acts.send(layer, { type: 'DELETE' });
  acts.tell(runtime, 'runtime.pruned' satisfies AnswerName, { layers: layers.length, bytes });
}

function unlessPulling(reader: Reader, image: EntityNumber): Refusal | null {
  return reader.has(image, 'starting') ? { code: 'being-sent', data: { box: reader.id(image) } } : null;
}

/** Pull, run, remove, prune. */
export const imageCommands: readonly CommandDefinition[] = [
  {
    name: 'pull-image',
    on: ['image'],
    refuse: (reader, image) => unlessRuntime(reader, image) ?? unlessPulling(reader, image),
    events: () => [{ type: 'FETCH' }],
  },
  {
    name: 'run-container',
    on: ['image'],
    args: { copies: optional(whole(1, MOST_COPIES)) },
    refuse: unlessRuns,
    does: (acts, image, args) => {
      const copies = (args['copies'] as number | undefined) ?? 1;
      for (let made = 0; made < copies; made++) run(acts, image);
    },
    events: () => [],
  },
  {
    name: 'remove-image',
    on: ['image'],
    refuse: (reader, image) =>
      unlessRuntime(reader, image) ??
      unlessPulling(reader, image) ??
      unlessRemovable(reader, image) ??
      unlessUnused(reader, image),
    does: removeLayers,
    events: () => [],
  },
  {
    name: 'prune-images',
    on: ['runtime'],
    refuse: (reader, runtime) => unlessRuntimeOn(reader, runtime, reader.floor(runtime)),
    does: prune,
    events: () => [],
  },
];
