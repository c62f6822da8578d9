// Words of the timeline and the transport: play, pause, facts, speed.
import { format } from './format';
import { amount, exactMemory, word, type Parts } from './parts';

/** Forms by count. */
const noun = (one: string, other = `${one}s`) => ({ one, other });

const STARTS = noun('start');
const STOPS = noun('stop');
const MOVES = noun('move');
const REMOVALS = noun('removal');
const PANICS = noun('panic');
const CRASHES = noun('crash', 'crashes');
const KILLS = noun('kill');

/** The words of a mark, from its box and what else was asked for. */
type Act = (box: string, asked: Parts) => string;

const of =
  (what: string): Act =>
  (box) =>
    `${what} of ${box}`;
const was =
  (done: string): Act =>
  (box) =>
    `${box} ${done}`;
/** A setting with what it is set to, where that is anything. */
const set =
  (what: string, value: (asked: Parts) => string): Act =>
  (box, asked) =>
    [of(what)(box, asked), value(asked)].filter(Boolean).join(': ');
const count = (key: string) => (asked: Parts) => (asked[key] ? format.number(amount(asked, key)) : '');
const bytes = (asked: Parts) => (asked['bytes'] ? exactMemory(asked, 'bytes') : '');
const BYTES = set('memory', bytes);
const START = of('start');
const STOP = of('stop');
const CRASH = of('crash');
const SETTING = of('setting');

/** The mark of a setting by which somebody picks a box up again, or leaves it. */
const picker: Act = (box) => `picker for ${box}`;

/** Messages of `src/view/timeline` and `src/view/transport`. Forms by count go through `format.counted`. */
export const timeline = {
  title: 'What happened',
  hint: 'Drag the line back. What you do there begins another future.',
  /** The head of the timeline, for those who hear it. */
  head: 'Time',
  headAt: (clock: string, sentence: string) => (sentence === '' ? clock : `${clock}. ${sentence}`),
  notRun: ['not run yet', 'not run'],
  hidden: ['hidden until you answer', 'hidden'],
  copies: noun('copy', 'copies'),
  others: noun('other'),
  /** What happened several times, by the verb of the fact, or by a command's name or the first word of it. */
  kinds: {
    'oom-killed': noun('OOM kill'),
    panicked: PANICS,
    panic: PANICS,
    crashed: CRASHES,
    crash: CRASHES,
    killed: KILLS,
    kill: KILLS,
    exited: noun('exit'),
    'not-loaded': noun('failed start'),
    start: STARTS,
    run: STARTS,
    power: STARTS,
    stop: STOPS,
    shut: STOPS,
    set: noun('setting'),
    'use-memory': noun('memory request'),
    unshare: noun('wall'),
    install: noun('library', 'libraries'),
    build: noun('build'),
    'move-tag': noun('tag move'),
    move: MOVES,
    migrate: MOVES,
    place: noun('placement'),
    replace: noun('replacement'),
    remove: REMOVALS,
    delete: REMOVALS,
    take: noun('snapshot'),
    clone: noun('clone'),
    'pull-image': noun('pull'),
  } as Readonly<Record<string, ReturnType<typeof noun>>>,
  /** Any others: what broke, what was done. */
  breaks: noun('break'),
  done: noun('act'),
  on: (what: string, host: string) => `${what} on ${host}`,
  unplaced: (count: string) => [`${count} not placed`, 'not placed'],
  /** Three VMs or more in a row: `3 to 6`. */
  range: (from: string, to: string) => `${from} to ${to}`,
  enumeration: (items: readonly string[]) => items.join(', '),
  /** States of copies, in a segment; longest first. */
  states: {
    serving: ['serving'],
    suffering: ['with errors', 'errors'],
    stuck: ['answers nobody', 'no answer'],
    booting: ['booting'],
    starting: ['starting'],
    waiting: ['waiting to restart', 'waiting'],
    fallen: ['down'],
    // Under the name of a machine that is up, or boots, it is still true.
    off: ['not serving'],
    stopped: ['stopped'],
    building: ['building'],
    pulling: ['pulling'],
    idle: ['idle'],
  },
  images: (place: string) => `images on ${place}`,
  all: (count: string, state: string) => `${count} ${state}`,
  servingOf: (count: string, of: string) =>
    count === '0'
      ? [`${of} not serving`, 'not serving', `${count} of ${of}`]
      : count === of
        ? [`${count} serving`, 'serving']
        : [`${count} of ${of} serving`, `${count} of ${of}`],
  /** One label for marks that say the same, but of `1 to 4`, or several times. */
  and: (texts: readonly string[]) => `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`,
  repeated: (what: string, count: string) => `${what} ×${count}`,
  more: (first: string, count: string) => `${first} and ${count} more`,
  rest: (most: string, count: string) => `${most}, ${count} more`,
  /** A lane told in words. */
  stretch: (state: string, from: string, to: string) => `${state} from ${from} to ${to}`,
  since: (state: string, from: string) => `${state} since ${from}`,
  lane: (name: string, stretches: readonly string[]) => `${name}: ${stretches.join(', ')}.`,
  /** Marks of commands, by name, one for each there is. */
  acts: {
    'power-on': (box) => `power for ${box}`,
    'start-hypervisor': START,
    'start-vm': START,
    'shut-down': was('shut down'),
    'stop-vm': STOP,
    'start-process': START,
    'stop-process': STOP,
    'start-runtime': START,
    'stop-runtime': STOP,
    'start-container': START,
    'stop-container': STOP,
    'place-container': was('placed'),
    'remove-container': was('removed'),
    'deploy-build': was('deployed'),
    'deploy-vm-image': was('deployed'),
    'run-image': was('run'),
    'install-library': (box) => `library for ${box}`,
    'grant-permission': (box) => `permission on ${box}`,
    'open-firewall': of('firewall'),
    'close-firewall': of('firewall'),
    'set-vcpus': set('CPUs', count('vcpus')),
    'set-cpu-cap': of('cap'),
    'move-vm': was('moved'),
    'set-threads': set('threads', count('threads')),
    'set-cpu-weight': set('weight', count('weight')),
    'set-cpu-max': set('quota', (asked) =>
      asked['quotaMicros'] ? format.duration(amount(asked, 'quotaMicros')) : '',
    ),
    'set-memory-max': set('limit', bytes),
    'set-memory-high': of('memory.high'),
    'set-oom-group': SETTING,
    'set-oom-score-adj': SETTING,
    'set-vm-memory': BYTES,
    'set-demand': of('load'),
    'use-memory': BYTES,
    'set-live-restore': SETTING,
    'set-overcommit': of('overcommit'),
    'set-balloon': of('balloon'),
    'set-page-sharing': of('page sharing'),
    unshare: (box, asked) => `walls of ${box}: ${word(asked, 'namespace')}`,
    'limit-process': of('limit'),
    'take-snapshot': of('snapshot'),
    'roll-back': of('roll back'),
    'delete-snapshot': (box) => `snapshot of ${box} deleted`,
    'clone-vm': (box, asked) => `${asked['kind'] === 'linked' ? 'linked' : 'full'} clone of ${box}`,
    'back-up': of('backup'),
    restore: was('restored'),
    'upgrade-guest': of('upgrade'),
    'resume-vm': was('goes on'),
    'migrate-vm': of('move'),
    'stop-registry': STOP,
    'start-registry': START,
    'build-image': of('build'),
    'push-image': of('push'),
    'move-tag': (box) => `tag moved in ${box}`,
    'scan-image': of('scan'),
    'publish-fix': (box) => `fix by ${box}`,
    'patch-container': was('patched'),
    'commit-container': was('kept'),
    'prune-builder': of('cache'),
    'commit-change': (box) => `commit to ${box}`,
    'commit-recipe': (box) => `commit to ${box}`,
    'pull-image': of('pull'),
    'run-container': (box) => `start from ${box}`,
    'write-file': was('writes'),
    'look-for-file': (box) => `look into ${box}`,
    'replace-container': (box, asked) => `${box} replaced${word(asked, 'volume') && ', with a volume'}`,
    'cancel-migration': (box) => `move of ${box} called off`,
    'set-migration-mode': of('move'),
    'set-dirty-rate': of('writes'),
    'set-weight': set('weight', count('weight')),
    'delete-file': was('deletes'),
    'remove-image': was('removed'),
    'prune-images': was('deletes'),
    'break-disk': of('break'),
    'pull-plug': of('plug'),
    'crash-hypervisor': CRASH,
    'crash-vm': CRASH,
    'crash-runtime': CRASH,
    'panic-kernel': of('panic'),
    'kill-process': of('kill'),
    'set-restart': picker,
    'set-restart-policy': picker,
    'set-restart-on-crash': picker,
    'set-on-crash': picker,
    'set-start-at-boot': picker,
    'set-reboot-on-panic': picker,
  } as Readonly<Record<string, Act>>,
  picker,
  /** Acts that differ from each other of their kind by an argument in their words, and not by their box. */
  argumentOf: { unshare: 'namespace' } as Readonly<Record<string, string>>,
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
