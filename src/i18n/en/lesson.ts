// Words around a lesson: predictions, tasks, hints, progress. The lesson's own text is in its folder.

/** Messages of `src/view/lesson`. */
export const lesson = {
  recall: 'Before you begin',
  further: 'Optional step',
  transfer: 'One new case',
  closed: 'The stage opens when your answer is locked.',
  finished: 'Lesson done',
  finishedText: (question: string) => `“${question}” Can you answer that now? You can go back to any step.`,
  question: {
    open: 'Choose one. Your first answer stays, and nothing is shown before it.',
    lock: 'Lock my answer',
    locked: 'Locked. Do the tasks, and see.',
    running: 'Locked. Now watch the run; Play lets it go on.',
  },
  figureUnknown: 'not known yet',
};
