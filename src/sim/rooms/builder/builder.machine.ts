// Life of a builder: it asks what the bases stand for, does step after step, writes the image, sends it; or fails.
import type { AnswerName } from '../answers';
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import type { FailureCode } from '../failure';
import { byTheWorld, tell } from '../settings';
import { ASK_MS, BUILDER_AT_FIRST, BUILDER_DEFAULTS, type BuilderContext } from './facts';

type Change = Partial<BuilderContext>;
type BuilderEvent =
  | { type: 'BUILD'; progress: Change }
  | { type: 'PUSH'; progress: Change }
  | { type: 'COMMITTED' }
  | { type: 'ADD.IMAGE'; progress: Change }
  | { type: 'PRUNE' }
  | { type: 'PLANNED'; progress: Change }
  | { type: 'CACHED'; progress: Change }
  | { type: 'WORK'; progress: Change }
  | { type: 'DONE'; progress: Change }
  | { type: 'STEPS.DONE'; progress: Change }
  | { type: 'EXPORTED'; progress: Change }
  | { type: 'SEND'; progress: Change }
  | { type: 'SENT' }
  | { type: 'BUILD.FAILED'; error: string; why: FailureCode; line: number };

const FAILED = {
  target: 'idle',
  actions: [
    'noteError',
    {
      type: 'tell',
      params: { fact: 'builder.failed' satisfies AnswerName, fields: ['image', 'error', 'why', 'line'] },
    },
  ],
} as const;
/** What is built stays: it did not come to the registry. */
const NOT_PUSHED = {
  target: 'idle',
  actions: [
    'noteError',
    {
      type: 'tell',
      params: { fact: 'builder.not-pushed' satisfies AnswerName, fields: ['image', 'error', 'why'] },
    },
  ],
} as const;

/** The chart of a builder. COMMITTED comes from the repository that it watches. */
export const builderMachine = setup({
  types: {} as {
    context: BuilderContext;
    events: BuilderEvent;
    input: Partial<BuilderContext>;
    tags: StateTag;
  },
  guards: { pushes: ({ context }) => context.order !== '' },
  delays: { ask: ASK_MS, work: ({ context }) => context.workMs },
  actions: {
    note: assign(({ event }) => ('progress' in event ? event.progress : {})),
    noteError: assign(({ event }) =>
      event.type === 'BUILD.FAILED'
        ? { order: '', plan: '', error: event.error, why: event.why, line: event.line }
        : {},
    ),
    endOrder: assign({ order: '' }),
    forget: assign({ cache: '{}', keeps: '' }),
    tell,
    prepare: byTheWorld,
    lookForCommits: byTheWorld,
    resolveBases: byTheWorld,
    chooseStep: byTheWorld,
    finishStep: byTheWorld,
    writeImage: byTheWorld,
    preparePush: byTheWorld,
    publish: byTheWorld,
    dropGarbage: byTheWorld,
  },
}).createMachine({
  id: 'builder',
  context: ({ input }): BuilderContext => ({ ...BUILDER_DEFAULTS, ...BUILDER_AT_FIRST, ...input }),
  initial: 'idle',
  states: {
    idle: {
      tags: 'up',
      entry: 'lookForCommits',
      on: {
        BUILD: { target: 'resolving', actions: ['note', 'prepare'] },
        PUSH: { target: 'preparing', actions: 'note' },
        COMMITTED: { actions: 'lookForCommits' },
        'ADD.IMAGE': { actions: 'note' },
        PRUNE: { actions: ['forget', 'dropGarbage'] },
      },
    },
    resolving: {
      tags: 'starting',
      after: { ask: { actions: 'resolveBases' } },
      on: { PLANNED: { target: 'choosing', actions: 'note' }, 'BUILD.FAILED': FAILED },
    },
    choosing: {
      tags: 'starting',
      entry: 'chooseStep',
      on: {
        CACHED: { target: 'choosing', reenter: true, actions: 'note' },
        WORK: { target: 'working', actions: 'note' },
        'STEPS.DONE': { target: 'exporting', actions: 'note' },
        'BUILD.FAILED': FAILED,
      },
    },
    working: {
      tags: 'starting',
      after: { work: { actions: 'finishStep' } },
      on: { DONE: { target: 'choosing', actions: 'note' }, 'BUILD.FAILED': FAILED },
    },
    exporting: {
      tags: 'starting',
      after: { work: { actions: 'writeImage' } },
      on: { EXPORTED: { target: 'exported', actions: 'note' }, 'BUILD.FAILED': FAILED },
    },
    /** The order is kept where it goes on with a push. */
    exported: { always: [{ guard: 'pushes', target: 'preparing' }, { target: 'idle' }] },
    preparing: {
      tags: 'starting',
      entry: 'preparePush',
      on: { SEND: { target: 'pushing', actions: ['note', 'endOrder'] }, 'BUILD.FAILED': NOT_PUSHED },
    },
    pushing: {
      tags: 'starting',
      after: { work: { actions: 'publish' } },
      on: { SENT: 'idle', 'BUILD.FAILED': NOT_PUSHED },
    },
  },
});
