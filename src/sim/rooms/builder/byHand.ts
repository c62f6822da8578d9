// What is done to a container by hand: a package is replaced in it, and what it has become is kept as an image that
// nobody can build again. Source: docs.docker.com/reference/cli/docker/container/commit.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';
import type { ArgumentRule, CommandDefinition } from '../../engine/model';
import { imageDigest, layerBytes, layerDigest, type LayerContent } from '../../resources/layers';
import { isOlder, packageFile, versionOf, type Packages } from '../../resources/packages';
import { idOfKind, unlessRoomOn } from '../disk/refusals';
import { packagesIn } from '../distribution/facts';
import { unlessFiled } from '../layer/commands';
import { contentOf, digestsIn, layerOn, stackOf, store, writableOf } from '../layer/store';
import type { Manifest } from '../registry/facts';
import { historyIn } from './history';
import { builderOn, parsed, unlessWorking } from './place';
import { secondsAt } from './steps';

const name: ArgumentRule = {
  wanted: 'the name of a package',
  accepts: (value) => typeof value === 'string' && /^[a-z0-9.+-]+$/.test(value),
};

/** What the archives have now. */
function archives(reader: Reader): Packages {
  const boxes = Array.from({ length: reader.count }, (_, box) => box);
  const tables = boxes
    .filter((box) => reader.kind(box) === 'distribution')
    .map((box) => packagesIn(reader.value(box, 'packages') as string));
  return Object.assign({}, ...tables) as Packages;
}

const installed = (reader: Reader, self: EntityNumber, wanted: string) =>
  versionOf(stackOf(reader, writableOf(reader, self)), wanted);

function unlessPatchable(reader: Reader, self: EntityNumber, wanted: string): Refusal | null {
  const refusal = unlessFiled(reader, self);
  if (refusal !== null) return refusal;
  const data = { box: reader.id(self), package: wanted };
  const version = installed(reader, self, wanted);
  if (version === null) return { code: 'no-package', data };
  const newest = archives(reader)[wanted];
  if (newest === undefined || !isOlder(version, newest.version)) return { code: 'no-fix', data };
  return unlessRoomOn(reader, reader.floor(writableOf(reader, self)), newest.bytes);
}

/** The package goes to the layer of this container alone, and with it. */
function patch(acts: Acts, self: EntityNumber, wanted: string): void {
  const writable = writableOf(acts, self);
  const { version, bytes } = archives(acts)[wanted]!;
  const file = packageFile(wanted, version, bytes);
  const top = contentOf(acts, writable);
  const files = [...top.files.filter(({ path }) => path !== file.path), file];
  const from = installed(acts, self, wanted);
  acts.send(writable, { type: 'REWRITE', content: JSON.stringify({ ...top, files }) });
  acts.tell(self, 'container.patched', { package: wanted, from, to: version, bytes });
}

/** What lies in the layer of a container, as a layer of an image. */
function frozen(reader: Reader, self: EntityNumber): LayerContent {
  const content = contentOf(reader, writableOf(reader, self));
  const changed = secondsAt(reader);
  return { ...content, files: content.files.map((file) => ({ ...file, changed })) };
}

function unlessCommittable(reader: Reader, self: EntityNumber, image: EntityNumber): Refusal | null {
  const box = reader.id(self);
  const writable = writableOf(reader, self);
  const builder = builderOn(reader, reader.floor(image));
  if (writable === NONE || reader.floor(writable) !== reader.floor(image))
    return { code: 'no-files', data: { box } };
  if (builder === NONE) return { code: 'no-builder', data: { box: reader.id(image) } };
  if (reader.has(image, 'starting')) return { code: 'being-sent', data: { box: reader.id(image) } };
  if (reader.state(builder) !== 'idle') return { code: 'builder-busy', data: { box: reader.id(builder) } };
  return (
    unlessWorking(reader, builder) ??
    unlessRoomOn(reader, reader.floor(image), layerBytes(frozen(reader, self)))
  );
}

/** An image of what a container is now: its layers, its own the last; the history says only that it was kept. */
function commit(acts: Acts, self: EntityNumber, image: EntityNumber): void {
  const writable = writableOf(acts, self);
  const disk = acts.floor(image);
  const builder = builderOn(acts, disk);
  const content = frozen(acts, self);
  const digest = layerDigest(content);
  if (layerOn(acts, disk, digest) === NONE) store(acts, disk, digest, content);
  const images = parsed(acts, builder, 'images');
  const below = images[acts.value(writable, 'image') as string];
  const under = digestsIn(acts.value(writable, 'over') as string);
  const known = historyIn(below?.config ?? '');
  const history = [...under.map((_, at) => known[at] ?? ''), `docker commit ${acts.id(self)}`];
  const made: Manifest = {
    layers: [...under, digest],
    config: JSON.stringify({ created: secondsAt(acts), history }),
  };
  const named = imageDigest(made.layers, made.config);
  acts.send(builder, {
    type: 'ADD.IMAGE',
    progress: { images: JSON.stringify({ ...images, [named]: made }) },
  });
  acts.send(image, { type: 'BUILT', wanted: named, wantedLayers: made.layers.join(' ') });
  acts.tell(self, 'container.committed', { image: acts.id(image), digest: named });
}

/** Patching and keeping what was changed by hand. */
export const byHandCommands: readonly CommandDefinition[] = [
  {
    name: 'patch-container',
    on: ['container'],
    args: { package: name },
    refuse: (reader, self, args) => unlessPatchable(reader, self, args['package'] as string),
    does: (acts, self, args) => patch(acts, self, args['package'] as string),
    events: () => [],
  },
  {
    name: 'commit-container',
    on: ['container'],
    args: { image: idOfKind('image') },
    refuse: (reader, self, args) => unlessCommittable(reader, self, reader.find(args['image'] as string)),
    does: (acts, self, args) => commit(acts, self, acts.find(args['image'] as string)),
    events: () => [],
  },
];
