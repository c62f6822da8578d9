// What a container may be asked about its files: to write, delete or look for one, and to be replaced by a new one.
import type { AnswerName } from '../answers';
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';
import type { ArgumentRule, CommandDefinition } from '../../engine/model';
import { deletedFrom, layerBytes, lookUp, writtenTo, type LayerContent } from '../../resources/layers';
import { optional } from '../arguments';
import { containerCommands } from '../container';
import { idOfKind, unlessDisk, unlessRoomOn } from '../disk/refusals';
import { unlessUp } from '../refusals';
import { unlessRuntimeOn } from '../runtime/containers';
import { setting } from '../settings';
import { contentOf, layersUnder, stackOf, writableOf } from './store';

const placeContainer = containerCommands.find(({ name }) => name === 'place-container')!;

const path: ArgumentRule = {
  wanted: 'the path of a file, from / on',
  accepts: (value) => typeof value === 'string' && /^(\/[^/\s]+)+$/.test(value),
};

/** The volume that is mounted where a path leads to, or NONE. */
function volumeAt(reader: Reader, self: EntityNumber, at: string): EntityNumber {
  const volume = reader.find((reader.value(self, 'volume') as string | null) ?? '');
  if (volume === NONE || !reader.has(volume, 'up')) return NONE;
  return at.startsWith(`${reader.value(volume, 'mount') as string}/`) ? volume : NONE;
}

/** What a write would change: a volume, or the writable layer with what is under it. */
function writeTo(reader: Reader, self: EntityNumber, at: string) {
  const image = reader.find(reader.value(self, 'image') as string);
  const volume = volumeAt(reader, self, at);
  const box = volume === NONE ? writableOf(reader, self) : volume;
  const stack = volume === NONE ? stackOf(reader, box) : [contentOf(reader, volume)];
  const content = `${reader.id(self)} at ${reader.now}`;
  return { box, ...writtenTo(stack, at, content, reader.amount(image, 'writeBytes')) };
}

function write(acts: Acts, self: EntityNumber, at: string): void {
  const { box, top, added, copiedUp } = writeTo(acts, self, at);
  acts.send(box, { type: 'REWRITE', content: JSON.stringify(top) });
  acts.tell(self, 'container.wrote', {
    path: at,
    to: acts.id(box),
    addedBytes: added,
    copiedUpBytes: copiedUp,
  });
}

/** A file of the writable layer is taken out of it; one of a layer below is only hidden. */
function remove(acts: Acts, self: EntityNumber, at: string): void {
  const volume = volumeAt(acts, self, at);
  const box = volume === NONE ? writableOf(acts, self) : volume;
  const before = contentOf(acts, box);
  const top: LayerContent = deletedFrom(volume === NONE ? stackOf(acts, box) : [before], at);
  acts.send(box, { type: 'REWRITE', content: JSON.stringify(top) });
  acts.tell(self, 'container.deleted-file', { path: at, freedBytes: layerBytes(before) - layerBytes(top) });
}

/** Where a file is found from inside, from the top downwards; in a volume that is the only place. */
function find(reader: Reader, self: EntityNumber, at: string) {
  const volume = volumeAt(reader, self, at);
  const writable = writableOf(reader, self);
  const stack = volume === NONE ? stackOf(reader, writable) : [contentOf(reader, volume)];
  const found = lookUp(stack, at);
  if (found === null) return null;
  const boxes = [writable, ...[...layersUnder(reader, writable)].reverse()];
  return { ...found, in: volume === NONE ? boxes[found.depth]! : volume };
}

function read(acts: Acts, self: EntityNumber, at: string): void {
  const found = find(acts, self, at);
  const data =
    found === null
      ? { in: null, depth: 0, content: '' }
      : { in: acts.id(found.in), depth: found.depth, content: found.file.content };
  acts.tell(self, 'container.looked-for' satisfies AnswerName, { path: at, ...data });
}

/** Refuses where a container has no files that this world knows, or lies on a disk that broke. */
export function unlessFiled(reader: Reader, self: EntityNumber): Refusal | null {
  const down = unlessUp(reader, self);
  if (down !== null) return down;
  const writable = writableOf(reader, self);
  if (writable === NONE) return { code: 'no-files', data: { box: reader.id(self) } };
  return unlessDisk(reader, reader.floor(writable));
}

function unlessThere(reader: Reader, self: EntityNumber, at: string): Refusal | null {
  return find(reader, self, at) === null
    ? { code: 'no-file', data: { box: reader.id(self), path: at } }
    : null;
}

function unlessReplaceable(reader: Reader, self: EntityNumber): Refusal | null {
  if (reader.has(self, 'absent')) return { code: 'not-placed', data: { box: reader.id(self) } };
  const image = reader.find((reader.value(self, 'image') as string | null) ?? '');
  if (image === NONE) return { code: 'no-files', data: { box: reader.id(self) } };
  return unlessRuntimeOn(reader, self, reader.floor(self)) ?? unlessStored(reader, self, image);
}

/** Refuses to make a container from an image that is not on the host. */
export function unlessStored(reader: Reader, self: EntityNumber, image: EntityNumber): Refusal | null {
  const isStored = reader.value(image, 'digest') !== '' && !reader.has(image, 'down');
  const reference = reader.value(image, 'reference');
  const data = { box: reader.id(self), where: reader.id(image), reference };
  return isStored ? null : { code: 'no-image', data };
}

/** As every container is placed, but for one that is made from an image: that must be on the host. */
export const placeFromImage: CommandDefinition = {
  ...placeContainer,
  refuse: (reader, self, args) => {
    const image = reader.find((reader.value(self, 'image') as string | null) ?? '');
    return (
      placeContainer.refuse?.(reader, self, args) ??
      (image === NONE ? null : unlessStored(reader, self, image))
    );
  },
};

/** Files of a container, and a new container in its place. */
export const fileCommands: readonly CommandDefinition[] = [
  {
    name: 'write-file',
    on: ['container'],
    args: { path },
    refuse: (reader, self, args) => {
      const refusal = unlessFiled(reader, self);
      if (refusal !== null) return refusal;
      const { box, added } = writeTo(reader, self, args['path'] as string);
      return unlessRoomOn(reader, reader.floor(box), added);
    },
    does: (acts, self, args) => write(acts, self, args['path'] as string),
    events: () => [],
  },
  {
    name: 'delete-file',
    on: ['container'],
    args: { path },
    refuse: (reader, self, args) =>
      unlessFiled(reader, self) ?? unlessThere(reader, self, args['path'] as string),
    does: (acts, self, args) => remove(acts, self, args['path'] as string),
    events: () => [],
  },
  {
    name: 'look-for-file',
    on: ['container'],
    args: { path },
    refuse: unlessFiled,
    does: (acts, self, args) => read(acts, self, args['path'] as string),
    events: () => [],
  },
  {
    name: 'replace-container',
    on: ['container'],
    args: { volume: optional(idOfKind('volume')) },
    refuse: unlessReplaceable,
    events: (reader, self, args) => [
      ...(args['volume'] === undefined ? [] : [setting('volume', args['volume'])]),
      { type: 'REMOVE' },
      { type: 'PLACE', kernel: reader.id(reader.floor(self)) },
      { type: 'START' },
    ],
  },
];
