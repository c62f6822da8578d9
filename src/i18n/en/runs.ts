// Runs in words: what they are called, and what can be taken back. What made them stands with the list of runs.

/** What is said of runs. */
export const runs = {
  first: 'First run',
  numbered: (number: string) => `Run ${number}`,
  /** On the button itself; what it takes back is told on pointing at it, and to those who hear it. */
  takeBackLast: 'Take back',
  takeBack: (command: string) => `Take back: ${command}`,
  takeBackAt: (command: string, clock: string) => `Take back: ${command}, given at ${clock}`,
  leaveFullScreen: 'Leave full screen',
  nothingToTakeBack: 'nothing to take back',
  answerFirst: 'Answer first; then you can take back.',
};
