// Door of the registry room.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import type { KindDefinition } from '../../engine/kind';
import type { ArgumentRule, CommandDefinition } from '../../engine/model';
import { alreadyUp, unlessUp } from '../refusals';
import { REGISTRY_DEFAULTS } from './facts';
import { fetchesFirst, originOf } from './mirror';
import { registryMachine } from './registry.machine';

/** Whether a pull gets its next layer from here: by itself, or through a mirror that has not kept it. */
function isFedBy(reader: Reader, image: EntityNumber, self: EntityNumber): boolean {
  const from = reader.find(reader.value(image, 'from') as string);
  if (from === self) return true;
  return originOf(reader, from) === self && fetchesFirst(reader, from, reader.value(image, 'next') as string);
}

/** Whoever was pulling from it gets no more. */
function cutPulls(acts: Acts, self: EntityNumber): void {
  for (let box = 0; box < acts.count; box++) {
    if (acts.kind(box) === 'image' && isFedBy(acts, box, self)) acts.send(box, { type: 'CUT' });
  }
}

/** The kind `registry`: where images are pulled from. It stands outside of all hosts. */
export const registry: KindDefinition = {
  kind: 'registry',
  machine: registryMachine,
  effects: { cutPulls },
  defaults: REGISTRY_DEFAULTS,
  standsOn: [],
};

const reference: ArgumentRule = {
  wanted: 'the name of an image with its tag, as name:tag',
  accepts: (value) => typeof value === 'string' && /^[a-z0-9./-]+:[\w.-]+$/.test(value),
};

const tagsOf = (reader: Reader, self: EntityNumber) =>
  JSON.parse(reader.value(self, 'tags') as string) as Readonly<Record<string, string>>;

/** A registry that stops, in the middle of a pull perhaps, answers again, and has a name stand for another image. */
export const registryCommands: readonly CommandDefinition[] = [
  { name: 'stop-registry', on: ['registry'], refuse: unlessUp, events: () => [{ type: 'STOP' }] },
  {
    name: 'start-registry',
    on: ['registry'],
    refuse: (reader, self) => (reader.has(self, 'up') ? alreadyUp(reader, self) : null),
    events: () => [{ type: 'START' }],
  },
  {
    name: 'move-tag',
    on: ['registry'],
    args: { tag: reference, version: reference },
    refuse: (reader, self, args) => {
      const version = args['version'] as string;
      const isKnown = tagsOf(reader, self)[version] !== undefined;
      return isKnown
        ? unlessUp(reader, self)
        : { code: 'no-manifest', data: { box: reader.id(self), version } };
    },
    events: (reader, self, args) => {
      const tags = tagsOf(reader, self);
      const moved = { ...tags, [args['tag'] as string]: tags[args['version'] as string]! };
      return [{ type: 'TAG', tags: JSON.stringify(moved) }];
    },
  },
];
