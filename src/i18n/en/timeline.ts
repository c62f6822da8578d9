// Words of the timeline and the transport: play, pause, facts, speed.

const COPIES = { one: 'copy', other: 'copies' };
const OTHERS = { one: 'other', other: 'others' };
const MARKS = { one: 'mark', other: 'marks' };
const SETTINGS = { one: 'setting', other: 'settings' };

/** Messages of `src/view/timeline` and `src/view/transport`. Forms by count go through `format.counted`. */
export const timeline = {
  title: 'What happened',
  hint: 'Drag the line back. What you do there begins a second future.',
  /** The head of the timeline, for those who hear it. */
  head: 'Time',
  headAt: (clock: string, sentence: string) => (sentence === '' ? clock : `${clock}. ${sentence}`),
  notRun: ['not run yet', 'not run'],
  hidden: ['hidden until you answer', 'hidden'],
  copies: COPIES,
  others: OTHERS,
  marks: MARKS,
  settings: SETTINGS,
  on: (what: string, host: string) => `${what} on ${host}`,
  unplaced: (count: string) => [`${count} not placed`, 'not placed'],
  /** Three VMs or more in a row: `3 to 6`. */
  range: (from: string, to: string) => `${from} to ${to}`,
  enumeration: (items: readonly string[]) => items.join(', '),
  /** States of copies, in a segment; longest first. */
  states: {
    serving: ['serving'],
    suffering: ['with errors', 'errors'],
    starting: ['starting'],
    waiting: ['waiting to restart', 'waiting'],
    fallen: ['down'],
    off: ['not running', 'off'],
  },
  all: (count: string, state: string) => `${count} ${state}`,
  servingOf: (count: string, of: string) => [`${count} of ${of} serving`, `${count} of ${of}`],
  both: (one: string, other: string) => `${one}, ${other}`,
  more: (first: string, count: string) => `${first} and ${count} more`,
  /** A lane told in words. */
  stretch: (state: string, from: string, to: string) => `${state} from ${from} to ${to}`,
  since: (state: string, from: string) => `${state} since ${from}`,
  lane: (name: string, stretches: readonly string[]) => `${name}: ${stretches.join(', ')}.`,
  /** Marks of commands, by name; `box` is the target. Others are told by what they broke. */
  acts: {
    'power-on': (box: string) => `power for ${box}`,
    'start-hypervisor': (box: string) => `start of ${box}`,
    'start-vm': (box: string) => `start of ${box}`,
    'stop-vm': (box: string) => `stop of ${box}`,
    'start-process': (box: string) => `start of ${box}`,
    'stop-process': (box: string) => `stop of ${box}`,
    'start-runtime': (box: string) => `start of ${box}`,
    'stop-runtime': (box: string) => `stop of ${box}`,
    'start-container': (box: string) => `start of ${box}`,
    'stop-container': (box: string) => `stop of ${box}`,
    'place-container': (box: string) => `${box} placed`,
    'remove-container': (box: string) => `${box} removed`,
    'deploy-build': (box: string) => `${box} deployed`,
    'deploy-vm-image': (box: string) => `${box} deployed`,
    'run-image': (box: string) => `${box} run`,
    'install-library': (box: string) => `library for ${box}`,
    'grant-permission': (box: string) => `permission on ${box}`,
    'open-firewall': (box: string) => `firewall of ${box}`,
    'close-firewall': (box: string) => `firewall of ${box}`,
    'set-demand': (box: string) => `load of ${box}`,
    'use-memory': (box: string) => `memory of ${box}`,
    'set-live-restore': (box: string) => `setting of ${box}`,
    'set-overcommit': (box: string) => `overcommit of ${box}`,
    'set-balloon': (box: string) => `balloon of ${box}`,
    'take-snapshot': (box: string) => `snapshot of ${box}`,
    'roll-back': (box: string) => `${box} back`,
    'delete-snapshot': (box: string) => `snapshot of ${box}`,
    'clone-vm': (box: string) => `clone of ${box}`,
    'back-up': (box: string) => `backup of ${box}`,
    restore: (box: string) => `disk of ${box}`,
    'upgrade-guest': (box: string) => `upgrade of ${box}`,
    'resume-vm': (box: string) => `${box} goes on`,
    'migrate-vm': (box: string) => `move of ${box}`,
    'cancel-migration': (box: string) => `move of ${box}`,
  } as Readonly<Record<string, (box: string) => string>>,
  /** Marks of all other settings: who picks the box up. */
  picker: (box: string) => `picker for ${box}`,
  answerFirst: 'Answer first; then time runs.',
  play: 'Play',
  pause: 'Pause',
  clock: 'Time of the run',
  previous: 'previous fact',
  next: 'next fact',
  nothingBefore: 'Nothing happened before this.',
  nothingNext: 'Nothing more happens by itself.',
  speed: 'Speed',
  times: (speed: string) => `${speed}×`,
  slows: 'By itself slower whenever something happens.',
  slowed: 'Slower now: something happens.',
};
