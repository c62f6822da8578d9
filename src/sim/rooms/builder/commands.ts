// What may be asked of a builder: to build an image, to push it, and to forget its cache.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';
import type { ArgumentRule, Arguments, CommandDefinition } from '../../engine/model';
import { onOff, optional, whole } from '../arguments';
import { unlessStored } from '../layer/commands';
import { buildOf, type Asking } from './orders';
import { builderOn, unlessWorking } from './place';

/** Times up to the year 2100, in seconds. */
const LATEST = 4_102_444_800;

const stage: ArgumentRule = {
  wanted: 'the name of a stage',
  accepts: (value) => typeof value === 'string' && value !== '' && value.length < 100,
};

const builderOf = (reader: Reader, image: EntityNumber) => builderOn(reader, reader.floor(image));

/** Refuses where nobody builds on the disk of an image, or where somebody is busy with it. */
function unlessBuilder(reader: Reader, image: EntityNumber): Refusal | null {
  const box = reader.id(image);
  const builder = builderOf(reader, image);
  if (builder === NONE) return { code: 'no-builder', data: { box } };
  const refusal = unlessWorking(reader, builder);
  if (refusal !== null) return refusal;
  if (reader.has(image, 'starting')) return { code: 'being-sent', data: { box } };
  return unlessIdle(reader, builder);
}

function unlessIdle(reader: Reader, builder: EntityNumber): Refusal | null {
  const state = reader.state(builder);
  return state === 'idle' ? null : { code: 'builder-busy', data: { box: reader.id(builder), state } };
}

/** Refuses to build what nobody wrote down how to. */
function unlessRecipe(reader: Reader, image: EntityNumber): Refusal | null {
  const repository = reader.find((reader.value(image, 'repository') as string | null) ?? '');
  const isWritten = repository !== NONE && reader.value(repository, 'recipe') !== '';
  return isWritten ? null : { code: 'no-recipe', data: { box: reader.id(image) } };
}

const asked = (args: Arguments): Asking => ({
  noCache: args['noCache'] === true,
  pull: args['pull'] === true,
  epoch: (args['epoch'] as number | undefined) ?? null,
  rewriteTimestamps: args['rewriteTimestamps'] === true,
  target: (args['target'] as string | undefined) ?? '',
  pushes: false,
});

/** Build, push, forget. */
export const builderCommands: readonly CommandDefinition[] = [
  {
    name: 'build-image',
    on: ['image'],
    args: {
      noCache: optional(onOff),
      pull: optional(onOff),
      epoch: optional(whole(0, LATEST)),
      rewriteTimestamps: optional(onOff),
      target: optional(stage),
    },
    refuse: (reader, image) => unlessRecipe(reader, image) ?? unlessBuilder(reader, image),
    events: () => [],
    also: (reader, image, args) => {
      const builder = builderOf(reader, image);
      return [{ to: builder, event: buildOf(reader, builder, image, asked(args)) }];
    },
  },
  {
    name: 'push-image',
    on: ['image'],
    refuse: (reader, image) => unlessBuilder(reader, image) ?? unlessStored(reader, image, image),
    events: () => [],
    also: (reader, image) => [
      {
        to: builderOf(reader, image),
        event: { type: 'PUSH', progress: { image: reader.id(image), error: null, why: '' } },
      },
    ],
  },
  {
    name: 'prune-builder',
    on: ['builder'],
    refuse: (reader, builder) => unlessWorking(reader, builder) ?? unlessIdle(reader, builder),
    events: () => [{ type: 'PRUNE' }],
  },
];
