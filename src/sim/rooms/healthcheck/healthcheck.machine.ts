// Life of a health check: starting, healthy or unhealthy while Docker looks, between one look and the next.
import { assign, setup } from 'xstate';
import type { StateTag } from '../../engine/view';
import { byTheWorld, tell } from '../settings';
import { HEALTHCHECK_AT_FIRST, HEALTHCHECK_DEFAULTS, type HealthcheckContext } from './facts';
import { failureCounts, pauseBefore } from './rules';

type HealthcheckEvent =
  | { type: 'BEGIN' }
  | { type: 'END' }
  | { type: 'LOOKING'; lookMs: number }
  /** Its VM stood still: the look is not counted. */
  | { type: 'SKIPPED' }
  /** A look is over: how it went, and how long the container had run when it began and when it ended. */
  | { type: 'LOOKED'; lastLook: string; beganMs: number; endedMs: number };

/** What happens in each of the three states: a pause, a look, and what came of it. */
const LOOKS = {
  initial: 'between',
  states: {
    between: { after: { pause: 'calling' } },
    calling: { entry: 'look', on: { LOOKING: { target: 'looking', actions: 'noteLook' } } },
    looking: { after: { answer: { actions: 'judge' } }, on: { SKIPPED: 'between' } },
  },
} as const;

const BEGUN = { target: 'starting', actions: 'begin' } as const;
const ENDED = { END: 'off', BEGIN: { ...BEGUN, reenter: true } } as const;
const FAILED = {
  type: 'tell',
  params: { fact: 'healthcheck.failed', fields: ['lastLook', 'failingStreak', 'retries'] },
} as const;
const WELL = ['noteWell', { type: 'tell', params: { fact: 'healthcheck.healthy' } }] as const;
const TOO_OFTEN = {
  guard: 'isTooOften',
  target: 'unhealthy',
  actions: ['noteFailure', FAILED, { type: 'tell', params: { fact: 'healthcheck.unhealthy' } }],
} as const;
const ONCE_MORE = { target: '.between', actions: ['noteFailure', FAILED] } as const;

/** The chart of a health check. BEGIN and END come with its container and with Docker's daemon. */
export const healthcheckMachine = setup({
  types: {} as {
    context: HealthcheckContext;
    events: HealthcheckEvent;
    input: Partial<HealthcheckContext>;
    tags: StateTag;
  },
  guards: {
    isWell: ({ event }) => event.type === 'LOOKED' && event.lastLook === 'passed',
    isTooSoon: ({ context, event }) =>
      event.type === 'LOOKED' && !failureCounts(context, true, event.beganMs),
    isTooOften: ({ context }) => context.failingStreak + 1 >= context.retries,
  },
  delays: {
    pause: ({ context }) => context.pauseMs,
    answer: ({ context }) => context.lookMs,
  },
  actions: {
    begin: assign({
      failingStreak: 0,
      lastLook: null,
      pauseMs: ({ context }) => pauseBefore(context, true, 0),
    }),
    noteLook: assign(({ event }) => (event.type === 'LOOKING' ? { lookMs: event.lookMs } : {})),
    noteWell: assign(({ context, event }) =>
      event.type === 'LOOKED'
        ? { lastLook: event.lastLook, failingStreak: 0, pauseMs: pauseBefore(context, false, event.endedMs) }
        : {},
    ),
    noteFailure: assign(({ context, event }) =>
      event.type === 'LOOKED'
        ? {
            lastLook: event.lastLook,
            failingStreak: context.failingStreak + 1,
            pauseMs: pauseBefore(context, false, event.endedMs),
          }
        : {},
    ),
    noteTooSoon: assign(({ context, event }) =>
      event.type === 'LOOKED'
        ? { lastLook: event.lastLook, pauseMs: pauseBefore(context, true, event.endedMs) }
        : {},
    ),
    tell,
    look: byTheWorld,
    judge: byTheWorld,
  },
}).createMachine({
  id: 'healthcheck',
  context: ({ input }): HealthcheckContext => ({
    ...HEALTHCHECK_DEFAULTS,
    ...HEALTHCHECK_AT_FIRST,
    ...input,
  }),
  initial: 'off',
  states: {
    off: { tags: 'off', on: { BEGIN: BEGUN } },
    starting: {
      tags: 'starting',
      ...LOOKS,
      on: {
        ...ENDED,
        LOOKED: [
          { guard: 'isWell', target: 'healthy', actions: WELL },
          { guard: 'isTooSoon', target: '.between', actions: ['noteTooSoon', FAILED] },
          TOO_OFTEN,
          ONCE_MORE,
        ],
      },
    },
    healthy: {
      tags: 'up',
      ...LOOKS,
      on: {
        ...ENDED,
        LOOKED: [{ guard: 'isWell', target: '.between', actions: 'noteWell' }, TOO_OFTEN, ONCE_MORE],
      },
    },
    unhealthy: {
      tags: 'suffering',
      ...LOOKS,
      on: {
        ...ENDED,
        LOOKED: [{ guard: 'isWell', target: 'healthy', actions: WELL }, ONCE_MORE],
      },
    },
  },
});
