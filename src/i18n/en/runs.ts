// Runs in words: what they are called and came from, and what can be taken back.

/** What is said of runs. */
export const runs = {
  first: 'First run',
  theFirst: 'the first run',
  numbered: (number: string) => `Run ${number}`,
  theNumbered: (number: string) => `run ${number}`,
  /** A command without its full stop, and when it was given. */
  made: (given: string, clock: string) => `${given} at ${clock}`,
  untouched: 'as the scenario goes, without a command',
  nothingOwn: 'nothing of its own yet',
  parted: (parent: string, clock: string) => `from ${parent} at ${clock}`,
  played: (clock: string) => `played to ${clock}`,
  /** Everything about a run, for those who hear it. */
  told: (name: string, parts: readonly string[]) => `${name}: ${parts.join(', ')}`,
  /** On the button itself; what it takes back is told on pointing at it, and to those who hear it. */
  takeBackLast: 'Take back',
  takeBack: (command: string) => `Take back: ${command}`,
  takeBackAt: (command: string, clock: string) => `Take back: ${command}, given at ${clock}`,
  leaveFullScreen: 'Leave full screen',
  nothingToTakeBack: 'nothing to take back',
  answerFirst: 'Answer first; then you can take back.',
};
