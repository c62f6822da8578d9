// The course of a talk: the stage, or a question in two rounds with time to talk between them; and a blank screen.
import { assign, setup } from 'xstate';
import type { Rounds, TalkState } from '../../link/presenterMessages';
import { areTenths } from './votes';

/** What the machine has to know of a stop: the question that is put there, or null. */
export interface Cue {
  readonly question: { readonly id: string; readonly options: number } | null;
}

/** What the machine knows beside its state. */
export interface TalkContext extends Pick<TalkState, 'stop' | 'draft' | 'votes' | 'unit' | 'wrong'> {
  readonly cues: readonly Cue[];
}

/** What may happen in a talk. */
export type TalkEvent =
  | { readonly type: 'go'; readonly stop: number }
  /** So many, for an option of the round that is counted. */
  | {
      readonly type: 'count';
      readonly option: number;
      readonly hands: number;
      readonly unit: TalkState['unit'];
    }
  | { readonly type: 'vote-again' }
  /** The round was counted wrong. */
  | { readonly type: 'recount' }
  | { readonly type: 'blank' }
  /** The other window leads: this is where it is. */
  | { readonly type: 'follow'; readonly talk: TalkState };

type Moved = { readonly context: TalkContext; readonly event: TalkEvent };

const noRounds: Rounds = { first: null, second: null };
const questionAt = ({ cues, stop }: TalkContext) => cues[stop]?.question ?? null;
const roundsAt = (context: TalkContext) => context.votes[questionAt(context)?.id ?? ''] ?? noRounds;
const emptyDraft = (context: TalkContext): Pick<TalkContext, 'draft' | 'unit'> => ({
  draft: Array.from({ length: questionAt(context)?.options ?? 0 }, () => null),
  unit: 'tenths',
});

/** A draft that has a number for every option. */
function counted({ draft }: TalkContext): number[] | null {
  const hands = draft.filter((each) => each !== null);
  return hands.length === draft.length && hands.length > 0 ? hands : null;
}

/** The percent that a whole draft of tenths makes, when that cannot be; null for any other. */
function wrongIn(context: TalkContext): number | null {
  const tally = context.unit === 'tenths' ? counted(context) : null;
  return tally === null || areTenths(tally) ? null : tally.reduce((sum, each) => sum + each, 0) * 10;
}

/** Puts a round of the present question in place. */
function withRound(context: TalkContext, round: Partial<Rounds>): Partial<TalkContext> {
  const question = questionAt(context);
  if (!question) return {};
  return { votes: { ...context.votes, [question.id]: { ...roundsAt(context), ...round } } };
}

/** A state that the other window cannot be in: a stop that is not there, or rounds of a stop without a question. */
function isPossible({ cues }: TalkContext, { stop, part, draft }: TalkState): boolean {
  const question = cues[stop]?.question;
  if (question === undefined) return false;
  return question === null ? part === 'stage' : part !== 'stage' && draft.length === question.options;
}

const follows = (part: TalkState['part']) => ({ type: 'follows', params: { part } }) as const;

/** A talk as a machine: pure, it knows no screen and no clock. */
export const talkMachine = setup({
  types: {
    context: {} as TalkContext,
    events: {} as TalkEvent,
    input: {} as { readonly cues: readonly Cue[]; readonly stop: number },
  },
  guards: {
    isStop: ({ context, event }: Moved) => event.type === 'go' && context.cues[event.stop] !== undefined,
    isOption: ({ context, event }: Moved) =>
      event.type === 'count' && context.draft[event.option] !== undefined,
    isAsking: ({ context }: Moved) => questionAt(context) !== null,
    isCounted: ({ context }: Moved) => counted(context) !== null,
    isWrong: ({ context }: Moved) => wrongIn(context) !== null,
    hasFirst: ({ context }: Moved) => roundsAt(context).first !== null,
    hasSecond: ({ context }: Moved) => roundsAt(context).second !== null,
    follows: ({ context, event }: Moved, { part }: { readonly part: TalkState['part'] }) =>
      event.type === 'follow' && event.talk.part === part && isPossible(context, event.talk),
    isBlankElsewhere: ({ event }: Moved) => event.type === 'follow' && event.talk.isBlank,
    isLitElsewhere: ({ event }: Moved) => event.type === 'follow' && !event.talk.isBlank,
  },
  actions: {
    go: assign(({ event }) => (event.type === 'go' ? { stop: event.stop } : {})),
    begin: assign(({ context }) => ({ ...emptyDraft(context), wrong: null })),
    refuse: assign(({ context }) => ({ ...emptyDraft(context), wrong: wrongIn(context) })),
    count: assign(({ context, event }) => {
      if (event.type !== 'count') return {};
      const { option, hands, unit } = event;
      const isHands = unit === 'hands' || context.unit === 'hands';
      return { draft: context.draft.with(option, hands), unit: isHands ? 'hands' : 'tenths', wrong: null };
    }),
    keepFirst: assign(({ context }) => withRound(context, { first: counted(context), second: null })),
    keepSecond: assign(({ context }) => withRound(context, { second: counted(context) })),
    dropFirst: assign(({ context }) => withRound(context, noRounds)),
    dropSecond: assign(({ context }) => withRound(context, { second: null })),
    take: assign(({ event }) => {
      if (event.type !== 'follow') return {};
      const { stop, draft, votes, unit, wrong } = event.talk;
      return { stop, draft, votes, unit, wrong };
    }),
  },
}).createMachine({
  id: 'talk',
  type: 'parallel',
  context: ({ input }) => ({ ...input, draft: [], votes: {}, unit: 'tenths', wrong: null }),
  states: {
    light: {
      initial: 'lit',
      states: {
        lit: { on: { blank: 'blank', follow: { guard: 'isBlankElsewhere', target: 'blank' } } },
        blank: { on: { blank: 'lit', follow: { guard: 'isLitElsewhere', target: 'lit' } } },
      },
    },
    part: {
      initial: 'arriving',
      on: {
        go: { guard: 'isStop', target: '.arriving', actions: 'go' },
        follow: [
          { guard: follows('stage'), target: '.stage', actions: 'take' },
          { guard: follows('first'), target: '.question.first', actions: 'take' },
          { guard: follows('talking'), target: '.question.talking', actions: 'take' },
          { guard: follows('second'), target: '.question.second', actions: 'take' },
          { guard: follows('counted'), target: '.question.counted', actions: 'take' },
        ],
      },
      states: {
        arriving: {
          entry: 'begin',
          always: [{ guard: 'isAsking', target: 'question' }, { target: 'stage' }],
        },
        stage: {},
        question: {
          tags: 'question-open',
          initial: 'arriving',
          states: {
            // A question that is held up again stands where it was left.
            arriving: {
              always: [
                { guard: 'hasSecond', target: 'counted' },
                { guard: 'hasFirst', target: 'talking' },
                { target: 'first' },
              ],
            },
            first: {
              always: [
                { guard: 'isWrong', actions: 'refuse' },
                { guard: 'isCounted', target: 'talking', actions: 'keepFirst' },
              ],
              on: { count: { guard: 'isOption', actions: 'count' }, recount: { actions: 'begin' } },
            },
            talking: {
              on: {
                'vote-again': { target: 'second', actions: 'begin' },
                recount: { target: 'first', actions: ['dropFirst', 'begin'] },
              },
            },
            second: {
              always: [
                { guard: 'isWrong', actions: 'refuse' },
                { guard: 'isCounted', target: 'counted', actions: 'keepSecond' },
              ],
              on: { count: { guard: 'isOption', actions: 'count' }, recount: { actions: 'begin' } },
            },
            counted: { on: { recount: { target: 'second', actions: ['dropSecond', 'begin'] } } },
          },
        },
      },
    },
  },
});
