// The course of one lesson: recall, steps, transfer. Nothing of a run is told before an answer is locked.
import { assign, setup } from 'xstate';
import {
  evaluateStep,
  isDone,
  isReachable,
  judgeTasks,
  latchOutcomes,
  openPrediction,
  tasksOf,
} from './evaluate';
import {
  arrive,
  enterStep,
  isAnswered,
  isHeld,
  nextCore,
  questionOf,
  rebuilding,
  stepOf,
  stepWorld,
  ticksOf,
  wish,
  type LessonContext,
  type LessonEvent,
  type LessonInput,
} from './lessonContext';
import { mergeLesson } from './progress';

/** A lesson without a page: what the keys of the context are read from. */
const noLesson = { content: { page: { recall: null, transfer: null, steps: [] } } };

/** How the table is made of it: its tag is no box's, and there is no context without a lesson. */
export const compileAs = { tags: ['question-open'], input: noLesson };

type Context = { readonly context: LessonContext };

/** The lesson as a machine; `page`, checks and scenario come as input, runs as `played` events. */
export const lessonMachine = setup({
  types: { context: {} as LessonContext, events: {} as LessonEvent, input: {} as LessonInput },
  guards: {
    isOfThisStage: ({ context, event }) => event.type === 'played' && event.epoch === context.stage.epoch,
    isAtRecall: ({ context }: Context) => context.progress.place === 'recall',
    isAtTransfer: ({ context }: Context) => context.progress.place === 'transfer',
    isAtEnd: ({ context }: Context) => context.progress.place === 'finished',
    isOption: ({ context, event }) =>
      event.type === 'choose' && questionOf(context)?.options.some(({ id }) => id === event.option) === true,
    hasChoice: ({ context }: Context) => context.choice !== null,
    hasMoreHints: ({ context }: Context) => {
      const step = stepOf(context);
      const { hints, slug } = step;
      return (
        openPrediction(step, context.progress) === null && (context.progress.hints[slug] ?? 0) < hints.length
      );
    },
    isReachable: ({ context, event }) => {
      if (event.type !== 'go-to') return false;
      const { page } = context.content;
      const index = page.steps.findIndex(({ slug }) => slug === event.step);
      return index >= 0 && isReachable(page, index, context.progress);
    },
    isStep: ({ context, event }) =>
      event.type === 'visit' && context.content.page.steps.some(({ slug }) => slug === event.step),
    recallAnswered: ({ context }: Context) => isAnswered(context, context.content.page.recall?.prediction),
    recallHeld: ({ context }: Context) => isHeld(context, context.content.page.recall?.prediction),
    transferAnswered: ({ context }: Context) =>
      isAnswered(context, context.content.page.transfer?.prediction),
    transferHeld: ({ context }: Context) => isHeld(context, context.content.page.transfer?.prediction),
    hasNextCore: ({ context }: Context) => nextCore(context) >= 0,
    hasTransfer: ({ context }: Context) => context.content.page.transfer !== null,
    hasOpenPrediction: ({ context }: Context) => openPrediction(stepOf(context), context.progress) !== null,
    isLocked: ({ context }: Context) => openPrediction(stepOf(context), context.progress) === null,
    isStepDone: ({ context }: Context) => isDone(stepOf(context), context.progress),
  },
  actions: {
    choose: assign(({ event }) => (event.type === 'choose' ? { choice: event.option } : {})),
    lock: assign(({ context }) => {
      const question = questionOf(context);
      if (!question || context.choice === null) return {};
      const answers = { ...context.progress.answers, [question.id]: context.choice };
      return { choice: null, progress: { ...context.progress, answers } };
    }),
    judgeStep: assign(({ context, event }) =>
      event.type === 'played'
        ? evaluateStep(stepOf(context), context.progress, context.content.checks, event.played)
        : {},
    ),
    tick: assign(({ context, event }) => {
      if (event.type !== 'played') return {};
      const ticked = ticksOf(context);
      const open = tasksOf(stepOf(context).parts).filter(({ check }) => !ticked.includes(check));
      const { passed, missing } = judgeTasks(open, context.content.checks, event.played);
      return { ticks: { epoch: event.epoch, checks: [...ticked, ...passed] }, missing };
    }),
    judgeQuestion: assign(({ context, event }) => {
      const question = questionOf(context);
      if (event.type !== 'played' || !question) return {};
      const { progress, content } = context;
      return { progress: latchOutcomes([question.id], progress, content.checks, event.played) };
    }),
    giveHint: assign(({ context }) => {
      const { slug } = stepOf(context);
      const hints = { ...context.progress.hints, [slug]: (context.progress.hints[slug] ?? 0) + 1 };
      return { progress: { ...context.progress, hints } };
    }),
    showSolution: assign(({ context }) => {
      const { slug } = stepOf(context);
      const shown = [...new Set([...context.progress.shown, slug])];
      return { stage: wish(context, stepWorld(context), slug), progress: { ...context.progress, shown } };
    }),
    startAgain: assign(({ context }) => ({
      stage: wish(context, stepWorld(context)),
      progress: rebuilding(stepOf(context), context.progress),
      missing: {},
    })),
    enterFirstStep: assign(({ context }) => enterStep(context, 0)),
    enterNextCore: assign(({ context }) => enterStep(context, nextCore(context))),
    enterNamedStep: assign(({ context, event }) => {
      if (event.type !== 'go-to') return {};
      return enterStep(
        context,
        context.content.page.steps.findIndex(({ slug }) => slug === event.step),
      );
    }),
    restage: assign(({ context }) => ({ stage: wish(context, context.stage.world) })),
    visitStep: assign(({ context, event }) => {
      if (event.type !== 'visit') return {};
      const step = context.content.page.steps.findIndex(({ slug }) => slug === event.step);
      // Nothing that stands now belongs to it, also where it goes on with the step before.
      return { ...enterStep(context, step), stage: wish(context, stepWorld({ ...context, step })) };
    }),
    closeStage: assign(({ context }) => ({
      stage: wish(context, null),
      choice: null,
      progress: { ...context.progress, place: 'transfer' },
    })),
    openTransferStage: assign(({ context }) => {
      const { transfer } = context.content.page;
      return transfer ? { stage: wish(context, transfer.world) } : {};
    }),
    finish: assign(({ context }) => ({ progress: { ...context.progress, place: 'finished' } })),
    merge: assign(({ context, event }) => {
      if (event.type !== 'merge') return {};
      return {
        progress: { ...mergeLesson(event.progress, context.progress), place: context.progress.place },
      };
    }),
  },
}).createMachine({
  id: 'lesson',
  context: ({ input }) => arrive(input),
  initial: 'arriving',
  on: {
    merge: { actions: 'merge' },
    'go-to': { guard: 'isReachable', target: '.step', actions: 'enterNamedStep' },
    visit: { guard: 'isStep', target: '.step', actions: 'visitStep' },
  },
  states: {
    arriving: {
      always: [
        { guard: 'isAtRecall', target: 'recall' },
        { guard: 'isAtTransfer', target: 'transfer' },
        { guard: 'isAtEnd', target: 'finished' },
        { target: 'step' },
      ],
    },
    recall: {
      initial: 'open',
      states: {
        open: {
          tags: 'question-open',
          always: { guard: 'recallAnswered', target: 'running' },
          on: {
            choose: { guard: 'isOption', actions: 'choose' },
            lock: { guard: 'hasChoice', actions: 'lock' },
          },
        },
        running: {
          always: { guard: 'recallHeld', target: 'explained' },
          on: { played: { guard: 'isOfThisStage', actions: 'judgeQuestion' } },
        },
        explained: { on: { next: { target: '#lesson.step', actions: 'enterFirstStep' } } },
      },
    },
    step: {
      initial: 'arriving',
      on: { demonstrate: { target: '.shown', actions: 'showSolution' } },
      states: {
        arriving: {
          always: [
            { guard: 'hasOpenPrediction', target: 'predicting' },
            { guard: 'isStepDone', target: 'explained' },
            { target: 'doing' },
          ],
        },
        predicting: {
          tags: 'question-open',
          always: { guard: 'isLocked', target: 'arriving' },
          on: {
            choose: { guard: 'isOption', actions: 'choose' },
            lock: { guard: 'hasChoice', actions: 'lock' },
          },
        },
        doing: {
          on: {
            played: { guard: 'isOfThisStage', target: 'arriving', actions: 'judgeStep' },
            hint: { guard: 'hasMoreHints', actions: 'giveHint' },
            'show-me': { actions: 'showSolution' },
            'start-again': { actions: 'startAgain' },
            look: { target: 'shown', actions: 'restage' },
          },
        },
        // Somebody else's run: it answers no question of the learner and passes no task, but what it does is ticked.
        shown: {
          on: {
            played: { guard: 'isOfThisStage', actions: 'tick' },
            hint: { guard: 'hasMoreHints', actions: 'giveHint' },
            'show-me': { actions: 'showSolution' },
            'start-again': { target: 'arriving', actions: 'startAgain' },
            look: { actions: 'restage' },
          },
        },
        explained: {
          on: {
            'show-me': { actions: 'showSolution' },
            'start-again': { actions: 'startAgain' },
            look: { actions: 'restage' },
            next: [
              { guard: 'hasNextCore', target: '#lesson.step', actions: 'enterNextCore', reenter: true },
              { guard: 'hasTransfer', target: '#lesson.transfer', actions: 'closeStage' },
              { target: '#lesson.finished', actions: 'finish' },
            ],
          },
        },
      },
    },
    transfer: {
      initial: 'open',
      states: {
        open: {
          tags: 'question-open',
          always: { guard: 'transferAnswered', target: 'running', actions: 'openTransferStage' },
          on: {
            choose: { guard: 'isOption', actions: 'choose' },
            lock: { guard: 'hasChoice', actions: 'lock' },
          },
        },
        running: {
          always: { guard: 'transferHeld', target: 'explained' },
          on: { played: { guard: 'isOfThisStage', actions: 'judgeQuestion' } },
        },
        explained: { on: { next: { target: '#lesson.finished', actions: 'finish' } } },
      },
    },
    finished: { on: { look: { actions: 'restage' } } },
  },
});
