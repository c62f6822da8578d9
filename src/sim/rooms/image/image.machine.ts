// Life of an image on a host: not there, asked for, fetched layer by layer, there; a pull that is cut is tried again.
import type { AnswerName, HitchName } from '../answers';
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import type { FailureCode } from '../failure';
import { byTheWorld, tell } from '../settings';
import {
  ASK_MS,
  IMAGE_AT_FIRST,
  IMAGE_DEFAULTS,
  MOST_ATTEMPTS,
  RETRY_STEP_MS,
  earlierOf,
  type ImageContext,
} from './facts';

type ImageEvent =
  | { type: 'FETCH' }
  | { type: 'MANIFEST'; wanted: string; wantedLayers: string; from: string }
  | { type: 'BUILT'; wanted: string; wantedLayers: string }
  | { type: 'NEXT' | 'HELD'; next: string; nextBytes: number; nextMs: number }
  | { type: 'STORED' }
  | { type: 'ALL.THERE' }
  | { type: 'FAILED'; error: string; why: FailureCode }
  | { type: 'CUT' }
  | { type: 'LEFT'; nextMs: number }
  | { type: 'GO.ON' }
  | { type: 'REMOVE' | 'NEW.MACHINE' }
  | { type: 'FLOOR.LOST' };

const FAILED = {
  target: 'ended',
  actions: [
    'noteError',
    {
      type: 'tell',
      params: { fact: 'image.failed' satisfies AnswerName, fields: ['reference', 'error', 'why'] },
    },
  ],
} as const;
const TELL_BUILT = {
  type: 'tell',
  params: { fact: 'image.built', fields: ['reference', 'digest'] },
} as const;
const LOST = {
  'FLOOR.LOST': { target: 'gone', actions: { type: 'tell', params: { fact: 'image.lost' } } },
} as const;

/** The chart of an image. CUT comes from who sends it, BUILT and NEW.MACHINE from a builder; a pull that fails leaves what was there before. */
export const imageMachine = setup({
  types: {} as {
    context: ImageContext;
    events: ImageEvent;
    input: Partial<ImageContext>;
    tags: StateTag;
  },
  guards: {
    isPulled: ({ context }) => context.pulled,
    isThere: ({ context }) => context.digest !== '',
    triesAgain: ({ context }) => context.attempts < MOST_ATTEMPTS,
    asksMirror: ({ context }) => context.mirror === context.from && !context.passesMirror,
  },
  delays: {
    ask: ASK_MS,
    fetch: ({ context }) => context.nextMs,
    retry: ({ context }) => context.retryMs,
  },
  actions: {
    begin: assign({ attempts: 0, error: null, why: '', passesMirror: false }),
    passMirror: assign({ attempts: 0, passesMirror: true }),
    noteManifest: assign(({ event }) =>
      event.type === 'MANIFEST'
        ? { wanted: event.wanted, wantedLayers: event.wantedLayers, from: event.from }
        : {},
    ),
    noteEarlier: assign(({ context, event }) => ({
      earlier: earlierOf(context, event.type === 'BUILT' ? event.wantedLayers : context.wantedLayers),
    })),
    noteBuilt: assign(({ event }) =>
      event.type === 'BUILT'
        ? { digest: event.wanted, layers: event.wantedLayers, error: null, why: '' }
        : {},
    ),
    noteNext: assign(({ event }) =>
      event.type === 'NEXT' || event.type === 'HELD'
        ? { next: event.next, nextBytes: event.nextBytes, nextMs: event.nextMs, wholeMs: event.nextMs }
        : {},
    ),
    noteStored: assign({
      pulledBytes: ({ context }) => context.pulledBytes + context.nextBytes,
      attempts: 0,
    }),
    noteThere: assign({
      digest: ({ context }) => context.wanted,
      layers: ({ context }) => context.wantedLayers,
      wantedLayers: '',
    }),
    noteError: assign(({ event }) => ({
      wantedLayers: '',
      ...(event.type === 'FAILED'
        ? { error: event.error, why: event.why }
        : { error: 'unexpected EOF', why: 'silent' }),
    })),
    noteCut: assign({
      attempts: ({ context }) => context.attempts + 1,
      retryMs: ({ context }) => (context.attempts + 1) * RETRY_STEP_MS,
    }),
    noteLeft: assign(({ event }) => (event.type === 'LEFT' ? { nextMs: event.nextMs } : {})),
    forget: assign({ digest: '', layers: '' }),
    leaveAll: assign({ digest: '', layers: '', earlier: '' }),
    tell,
    unpack: byTheWorld,
    equip: byTheWorld,
    readManifest: byTheWorld,
    fetchNext: byTheWorld,
    arrive: byTheWorld,
    keepWhatCame: byTheWorld,
    tryAgain: byTheWorld,
  },
}).createMachine({
  id: 'image',
  context: ({ input }): ImageContext => ({ ...IMAGE_DEFAULTS, ...IMAGE_AT_FIRST, ...input }),
  initial: 'placed',
  states: {
    placed: { always: [{ guard: 'isPulled', target: 'unpacking' }, { target: 'remote' }] },
    /** On the disk since before the scenario began. */
    unpacking: {
      tags: 'starting',
      entry: 'unpack',
      on: {
        MANIFEST: { target: 'present', actions: ['noteManifest', 'noteThere', 'equip'] },
        FAILED,
        ...LOST,
      },
    },
    ended: { always: [{ guard: 'isThere', target: 'present' }, { target: 'remote' }] },
    remote: {
      tags: 'absent',
      on: {
        FETCH: { target: 'asking', actions: 'begin' },
        BUILT: { target: 'present', actions: ['noteBuilt', TELL_BUILT] },
        ...LOST,
      },
    },
    asking: {
      tags: 'starting',
      after: { ask: { actions: 'readManifest' } },
      on: { MANIFEST: { target: 'choosing', actions: 'noteManifest' }, FAILED, ...LOST },
    },
    choosing: {
      tags: 'starting',
      entry: 'fetchNext',
      on: {
        NEXT: { target: 'fetching', actions: 'noteNext' },
        // A mirror has to fetch it first, and its origin is silent.
        HELD: { target: 'cut', actions: ['noteNext', 'noteCut'] },
        'ALL.THERE': {
          target: 'present',
          actions: [
            'noteEarlier',
            'noteThere',
            { type: 'tell', params: { fact: 'image.pulled', fields: ['reference', 'from', 'pulledBytes'] } },
          ],
        },
        FAILED,
        CUT: { target: 'cut', actions: 'noteCut' },
        ...LOST,
      },
    },
    fetching: {
      tags: 'starting',
      entry: { type: 'tell', params: { fact: 'image.fetching', fields: ['next', 'nextBytes', 'nextMs'] } },
      after: { fetch: { actions: 'arrive' } },
      on: {
        STORED: { target: 'choosing', actions: 'noteStored' },
        FAILED,
        CUT: { target: 'cut', actions: ['keepWhatCame', 'noteCut'] },
        ...LOST,
      },
    },
    cut: {
      tags: 'starting',
      always: [
        { guard: 'triesAgain', target: 'retrying' },
        // Docker goes on to the next place that it was told of: after a mirror, the registry itself.
        { guard: 'asksMirror', target: 'asking', actions: 'passMirror' },
        FAILED,
      ],
    },
    retrying: {
      tags: 'starting',
      entry: {
        type: 'tell',
        params: { fact: 'image.retrying' satisfies HitchName, fields: ['attempts', 'retryMs'] },
      },
      after: { retry: { actions: 'tryAgain' } },
      on: {
        LEFT: { actions: 'noteLeft' },
        'GO.ON': 'fetching',
        CUT: { target: 'cut', actions: 'noteCut' },
        ...LOST,
      },
    },
    present: {
      tags: 'up',
      on: {
        FETCH: { target: 'asking', actions: 'begin' },
        BUILT: { target: 'present', actions: ['noteEarlier', 'noteBuilt', TELL_BUILT] },
        REMOVE: {
          target: 'remote',
          actions: [
            'noteEarlier',
            'forget',
            { type: 'tell', params: { fact: 'image.removed', fields: ['reference'] } },
          ],
        },
        'NEW.MACHINE': {
          target: 'remote',
          actions: [
            'leaveAll',
            { type: 'tell', params: { fact: 'image.left-behind', fields: ['reference'] } },
          ],
        },
        ...LOST,
      },
    },
    gone: { tags: 'down' },
  },
});
