// Words around a lesson: predictions, tasks, hints, progress. The lesson's own text is in its folder.

/** Messages of `src/view/lesson`. */
export const lesson = {
  recall: 'Before you begin',
  further: 'Optional step',
  transfer: 'One new case',
  closed: 'The stage opens when your answer is locked.',
  finished: 'Lesson done',
  finishedText: (question: string) =>
    `“${question}” Can you answer that now? Go back to any step, or on to the next lesson.`,
  question: {
    open: 'Choose one. Your first answer stays, and nothing is shown before it.',
    lock: 'Lock my answer',
    locked: 'Locked. Now run it and see.',
    running: 'Locked. Now watch the run.',
    byRun: { guess: 'your guess', held: 'the run', both: 'your guess, and the run' },
    byStage: { guess: 'your guess', held: 'the stage', both: 'your guess, and the stage' },
    others: 'Why not the others?',
  },
  task: { done: 'done', open: 'to do' },
  hint: 'Give me a hint',
  showMe: 'Show me',
  showing: 'The solution is being played, faster than real time.',
  stopShowing: 'Stop showing',
  /** What is next, where the text is out of sight. */
  nextMove: {
    title: 'What is next',
    read: 'Read what it means',
    answer: 'Answer the question first',
  },
  startAgain: 'Start this step again',
  print: 'Print handout',
  inClass: 'Show in class',
  undecided: 'This run does not answer the question. Start the step again, or go back in time.',
  playFrom: (moment: string) => `Play from: ${moment}`,
  figureUnknown: 'not known yet',
  optional: (title: string) => `Optional: ${title}`,
  again: (title: string) => `Again: ${title}`,
  next: {
    step: (title: string) => `Next: ${title}`,
    transfer: 'Next: one new case',
    end: 'Finish the lesson',
  },
};
