// Life of a registry: it answers, or it does not. What it holds it keeps.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { byTheWorld, tell } from '../settings';
import { REGISTRY_DEFAULTS, tablesOf, type PublishedImage, type RegistryContext } from './facts';

type RegistryEvent =
  | { type: 'START' }
  | { type: 'STOP' }
  | { type: 'TAG'; tags: string }
  | { type: 'LEARN'; reference: string; digest: string; manifest: string }
  | { type: 'KEEP'; digest: string; content: string; bytes: number }
  | ({ type: 'PUSHED' } & Pick<RegistryContext, 'tags' | 'manifests' | 'layers'>);

/** A table of a registry with one more entry. */
const withEntry = (table: string, key: string, value: unknown): string =>
  JSON.stringify({ ...(JSON.parse(table) as object), [key]: value });

/**
 * The chart of a registry. TAG lets a name stand for another of its images, PUSHED brings one; LEARN and KEEP tell a
 * mirror what its origin said and sent.
 */
export const registryMachine = setup({
  types: {} as {
    context: RegistryContext;
    events: RegistryEvent;
    input: Partial<RegistryContext>;
    tags: StateTag;
  },
  guards: { startsUp: ({ context }) => context.start === 'up' },
  actions: {
    retag: assign(({ event }) => (event.type === 'TAG' ? { tags: event.tags } : {})),
    take: assign(({ event }) =>
      event.type === 'PUSHED' ? { tags: event.tags, manifests: event.manifests, layers: event.layers } : {},
    ),
    learn: assign(({ context, event }) =>
      event.type === 'LEARN'
        ? {
            tags: withEntry(context.tags, event.reference, event.digest),
            manifests: withEntry(context.manifests, event.digest, JSON.parse(event.manifest)),
          }
        : {},
    ),
    keep: assign(({ context, event }) =>
      event.type === 'KEEP'
        ? {
            layers: withEntry(context.layers, event.digest, JSON.parse(event.content)),
            fetchedBytes: context.fetchedBytes + event.bytes,
          }
        : {},
    ),
    tell,
    cutPulls: byTheWorld,
  },
}).createMachine({
  id: 'registry',
  context: ({ input }): RegistryContext => {
    const { images = '[]' } = input;
    const published = tablesOf(JSON.parse(images) as readonly PublishedImage[]);
    return { ...REGISTRY_DEFAULTS, ...input, images: '[]', fetchedBytes: 0, ...published };
  },
  on: {
    TAG: { actions: 'retag' },
    PUSHED: { actions: 'take' },
    LEARN: { actions: 'learn' },
    KEEP: { actions: 'keep' },
  },
  initial: 'placed',
  states: {
    placed: { always: [{ guard: 'startsUp', target: 'serving' }, { target: 'stopped' }] },
    serving: {
      tags: 'up',
      on: {
        STOP: {
          target: 'stopped',
          actions: [{ type: 'tell', params: { fact: 'registry.stopped' } }, 'cutPulls'],
        },
      },
    },
    stopped: {
      tags: 'down',
      on: { START: { target: 'serving', actions: { type: 'tell', params: { fact: 'registry.up' } } } },
    },
  },
});
