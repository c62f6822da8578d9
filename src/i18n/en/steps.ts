// Words beside an open question: tasks, hints, the solution, and where one can go. They come after the first view.

/** Messages of what stands in a step of a lesson. */
export const steps = {
  task: { done: 'done', open: 'to do' },
  /** Options of a question that is told. */
  told: {
    byRun: { guess: 'your guess', held: 'the run', both: 'your guess, and the run' },
    /** Where nothing was run: the world that the question is about says so, whatever of it the stage shows. */
    bySelf: { guess: 'your guess', held: 'so it is', both: 'your guess, and so it is' },
    others: 'Why not the others?',
  },
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
  undecided:
    'This run does not answer the question. Start the step again, or drag time back and act again from there.',
  parted:
    'Every task is done, but in several runs, and this one does not answer the question. Do here what it lacks, or start the step again.',
  lacksFigures:
    'Some figures are left out: this run has not done the tasks. Do them once more, or press “Show me”.',
  playFrom: (moment: string) => `Play from: ${moment}`,
  optional: (title: string) => `Optional: ${title}`,
  again: (title: string) => `Again: ${title}`,
  next: {
    step: (title: string) => `Next: ${title}`,
    transfer: 'Next: one new case',
    end: 'Finish the lesson',
  },
};
