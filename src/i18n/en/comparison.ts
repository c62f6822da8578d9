// The list of runs and two of them compared, in words.

const FIGURES = {
  serving: 'copies serving',
  fallen: 'copies down and not back',
  away: 'time away, all copies together',
  longest: 'longest time away of one copy',
  memory: 'memory used or reserved',
  cpu: 'CPU in use',
  commands: 'commands given',
};

/** Messages of the list of runs and of the comparison. Forms by count go through `format.counted`. */
export const enComparison = {
  title: 'Runs',
  hint: 'each future is kept: pick the one to look at',
  compare: 'compare',
  compareWith: (name: string) => `compare with ${name}`,
  stopComparing: (name: string) => `close the comparison with ${name}`,
  stop: 'close',
  shown: 'shown',
  comparing: (clock: string) => `Two runs, both at ${clock}`,
  close: 'Close the comparison',
  what: 'What differs',
  firstDifference: (clock: string) => `they part at ${clock}`,
  goThere: (clock: string) => `Go to ${clock}`,
  quiet: 'nothing happens',
  notThere: 'not there',
  /** `in VM 1: serving`, of a box that stands in two places. */
  inPlace: (place: string, state: string) => `${place}: ${state}`,
  noDifference: (clock: string) => `No fact differs up to ${clock}, as far as both were played.`,
  nothingNow: 'At this instant nothing differs.',
  same: (figures: string) => `The same in both: ${figures}.`,
  figure: (name: string, value: string) => `${name} ${value}`,
  figures: FIGURES,
  ofAll: (count: string, all: string) => `${count} of ${all}`,
  cores: { one: 'core', other: 'cores' },
  cpuOf: (name: string) => `CPU of ${name}`,
  withBoxes: (name: string, boxes: string) => `${name} and ${boxes} on it`,
  boxes: { one: 'box', other: 'boxes' },
  copies: { one: 'copy', other: 'copies' },
  moreBoxes: (boxes: string) => `And ${boxes} more.`,
  theFirst: 'the first run',
  theNumbered: (number: string) => `run ${number}`,
  /** A command without its full stop, and when it was given. */
  made: (given: string, clock: string) => `${given} at ${clock}`,
  untouched: 'as the scenario goes, without a command',
  nothingOwn: 'nothing of its own yet',
  parted: (parent: string, clock: string) => `from ${parent} at ${clock}`,
  played: (clock: string) => `played to ${clock}`,
  /** Everything about a run, for those who hear it. */
  told: (name: string, parts: readonly string[]) => `${name}: ${parts.join(', ')}`,
};

/** What a language has to say where runs are listed and compared. */
export type ComparisonMessages = typeof enComparison;
