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
    running: 'Locked. Now watch the run; Play lets it go on.',
    byRun: { guess: 'your guess', held: 'the run', both: 'your guess, and the run' },
    /** Where nothing was run: the world that the question is about says so, whatever of it the stage shows. */
    bySelf: { guess: 'your guess', held: 'so it is', both: 'your guess, and so it is' },
    others: 'Why not the others?',
  },
  figureUnknown: 'not known yet',
};
