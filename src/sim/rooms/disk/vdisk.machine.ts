// Life of an image file: copied, written by a guest or kept as it is, made one with another file; deleted or lost.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { byTheWorld, tell } from '../settings';
import { IMAGE_AT_FIRST, IMAGE_DEFAULTS, installed, type ImageContext, type ImageUse } from './facts';
import { withLayer } from './layers';

type ImageEvent =
  | { type: 'NOTE'; change: Partial<ImageContext> }
  | { type: 'WROTE'; layer: string; cursor: number; readCost: number }
  | { type: 'TAKE.IN'; layer: string; backing: string | null }
  | { type: 'FULL' }
  | { type: 'RETRY' }
  | { type: 'FREEZE'; use: ImageUse }
  | { type: 'MERGE'; workMs: number; spareBytes: number }
  | { type: 'DELETE' }
  | { type: 'FLOOR.LOST' };

const LOST = {
  target: 'gone',
  actions: { type: 'tell', params: { fact: 'vdisk.lost' } },
} as const;
const COPIED = { type: 'tell', params: { fact: 'vdisk.copied' } } as const;
const DELETED = {
  target: 'deleted',
  actions: [{ type: 'tell', params: { fact: 'vdisk.deleted' } }, 'giveBack'],
} as const;

/** The chart of an image file. MERGE makes it one with the only file that is written over it. */
export const vdiskMachine = setup({
  types: {} as { context: ImageContext; events: ImageEvent; input: Partial<ImageContext>; tags: StateTag },
  guards: {
    isCopied: ({ context }) => context.workMs > 0,
    isWritten: ({ context }) => context.use === 'written',
  },
  delays: {
    work: ({ context }) => context.workMs,
    // What a guest writes is counted second by second.
    writes: 1_000,
  },
  actions: {
    note: assign(({ event }) => (event.type === 'NOTE' ? event.change : {})),
    noteWritten: assign(({ context, event }) =>
      event.type === 'WROTE'
        ? { layer: withLayer(context.layer, event.layer), cursor: event.cursor, readCost: event.readCost }
        : {},
    ),
    takeIn: assign(({ context, event }) =>
      event.type === 'TAKE.IN'
        ? { layer: withLayer(context.layer, event.layer), backing: event.backing }
        : {},
    ),
    noteUse: assign(({ event }) => (event.type === 'FREEZE' ? { use: event.use } : {})),
    noteMerge: assign(({ event }) =>
      event.type === 'MERGE' ? { workMs: event.workMs, spareBytes: event.spareBytes } : {},
    ),
    tell,
    keepBlocks: byTheWorld,
    giveBack: byTheWorld,
    writeBlocks: byTheWorld,
    mergeUp: byTheWorld,
    tellNeeders: byTheWorld,
  },
}).createMachine({
  id: 'vdisk',
  context: ({ input }): ImageContext => {
    const context = { ...IMAGE_DEFAULTS, ...IMAGE_AT_FIRST, ...input };
    return context.layer === '' ? { ...context, layer: installed(context.dataBytes) } : context;
  },
  on: {
    NOTE: { actions: ['note', 'keepBlocks'] },
    'TAKE.IN': { actions: ['takeIn', 'keepBlocks'] },
  },
  initial: 'placed',
  states: {
    placed: {
      entry: 'keepBlocks',
      always: [
        { guard: 'isCopied', target: 'copied' },
        { guard: 'isWritten', target: 'written' },
        { target: 'kept' },
      ],
    },
    copied: {
      tags: 'starting',
      entry: { type: 'tell', params: { fact: 'vdisk.copying', fields: ['workMs'] } },
      after: {
        work: [
          { guard: 'isWritten', target: 'written', actions: [COPIED, 'tellNeeders'] },
          { target: 'kept', actions: COPIED },
        ],
      },
      on: { DELETE: DELETED, 'FLOOR.LOST': LOST },
    },
    written: {
      tags: 'up',
      after: { writes: { actions: 'writeBlocks' } },
      on: {
        WROTE: { target: 'written', reenter: true, actions: ['noteWritten', 'keepBlocks'] },
        FULL: { target: 'full', actions: { type: 'tell', params: { fact: 'vdisk.full' } } },
        FREEZE: { target: 'kept', actions: 'noteUse' },
        DELETE: DELETED,
        'FLOOR.LOST': LOST,
      },
    },
    full: {
      tags: 'waiting',
      entry: 'tellNeeders',
      on: {
        RETRY: { target: 'written', actions: 'tellNeeders' },
        FREEZE: { target: 'kept', actions: 'noteUse' },
        DELETE: DELETED,
        'FLOOR.LOST': LOST,
      },
    },
    kept: {
      tags: 'up',
      on: {
        MERGE: { target: 'merged', actions: ['noteMerge', 'keepBlocks'] },
        DELETE: DELETED,
        'FLOOR.LOST': LOST,
      },
    },
    merged: {
      tags: 'up',
      after: {
        work: {
          target: 'deleted',
          actions: [{ type: 'tell', params: { fact: 'vdisk.merged' } }, 'mergeUp', 'giveBack'],
        },
      },
      on: { DELETE: DELETED, 'FLOOR.LOST': LOST },
    },
    deleted: {},
    gone: { tags: 'down', entry: ['giveBack', 'tellNeeders'] },
  },
});
