// Words under the marks of the timeline: what was done, and several of them counted.
import { format } from './format';
import { noun } from './noun';
import { amount, exactMemory, word, type Parts } from './parts';

/** The words of a mark, from its box, what else was asked for, and where the box is: `in VM 2`, `on host-b`. */
type Act = (box: string, asked: Parts, where: string) => string;

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
  (box, asked, where) =>
    [of(what)(box, asked, where), value(asked)].filter(Boolean).join(': ');
/** What was done with something that was brought to a place. */
const there =
  (key: string, done: string): Act =>
  (_, asked, where) =>
    `${word(asked, key)} ${done} ${where}`;
const count = (key: string) => (asked: Parts) => (asked[key] ? format.number(amount(asked, key)) : '');
const bytes = (asked: Parts) => (asked['bytes'] ? exactMemory(asked, 'bytes') : '');

/** The same words for several commands. */
const every = (act: Act, ...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, act]));

/** The mark of a setting by which somebody picks a box up again, or leaves it. */
const picker: Act = (box) => `picker for ${box}`;

/** The same noun for several verbs. */
const called = (words: ReturnType<typeof noun>, ...verbs: readonly string[]) =>
  Object.fromEntries(verbs.map((verb) => [verb, words]));

/** Of a command of several words the first. */
const first = (verb: string) => verb.split('-', 1)[0]!;

/** What happened several times: by the verb of a fact, the name of a command, or else by the first word of that. */
const KINDS: Readonly<Record<string, ReturnType<typeof noun>>> = {
  // Commands that are counted as their names say.
  ...Object.fromEntries(
    'start stop build push pull scan limit clone commit write upgrade restore'
      .split(' ')
      .map((verb) => [verb, noun(verb)]),
  ),
  ...called(noun('start'), 'run', 'power'),
  resume: noun('VM goes on', 'VMs go on'),
  ...called(noun('crash', 'crashes'), 'crashed', 'crash'),
  ...called(noun('kill'), 'killed', 'kill'),
  ...called(noun('panic'), 'panicked', 'panic'),
  ...called(noun('removal'), 'remove', 'delete'),
  ...called(noun('move'), 'migrate', 'move'),
  ...called(noun('look'), 'looked', 'look'),
  ...called(noun('snapshot'), 'take', 'snapshot'),
  ...called(noun('firewall change'), 'open', 'close'),
  ...called(noun('break'), 'lost', 'given', 'refused', 'broke', 'break', 'held', 'unhealthy'),
  'oom-killed': noun('OOM kill'),
  exited: noun('exit'),
  'not-loaded': noun('failed start'),
  shut: noun('stop'),
  set: noun('setting'),
  use: noun('memory change'),
  unshare: noun('wall'),
  install: noun('library', 'libraries'),
  'move-tag': noun('tag move'),
  place: noun('placement'),
  replace: noun('replacement'),
  'delete-snapshot': noun('snapshot deleted', 'snapshots deleted'),
  deploy: noun('delivery', 'deliveries'),
  grant: noun('permission'),
  publish: noun('fix', 'fixes'),
  patch: noun('patch', 'patches'),
  prune: noun('clean-up'),
  roll: noun('rollback'),
  back: noun('backup'),
  cancel: noun('move called off', 'moves called off'),
  'pull-plug': noun('power cut'),
  migrated: noun('arrival'),
  'not-converging': noun('move too slow', 'moves too slow'),
  swapping: noun('VM swapped', 'VMs swapped'),
  ballooned: noun('balloon gave back', 'balloons gave back'),
  'swapped-in': noun('VM back from swap', 'VMs back from swap'),
};

/** Messages of `src/view/timeline/markWords.ts`. Forms by count go through `format.counted`. */
export const enMarks = {
  /** What several of a kind are called, by the verb of a fact or a command's name; a test holds that each has its word. */
  kind: (verb: string) => KINDS[verb] ?? KINDS[first(verb)]!,
  /** Of those that a VM has; 0: of unknown number. */
  snapshot: (number: number, vm: string) =>
    `snapshot${number > 0 ? ` ${format.number(number)}` : ''} of ${vm}`,
  /** One label for marks that say the same, but of `1 to 4`, or several times. */
  and: (texts: readonly string[]) => `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`,
  repeated: (what: string, count: string) => `${what} ×${count}`,
  more: (first: string, count: string) => `${first} and ${count} more ${count === '1' ? 'thing' : 'things'}`,
  moreOf: (first: string, count: number, { one, other }: ReturnType<typeof noun>) =>
    `${first} and ${format.counted(count, noun(`more ${one}`, `more ${other}`))}`,
  rest: (most: string, count: string) => `${most}, ${count} more`,
  /** Marks of commands to what runs in a VM, told of that VM: its own memory is another figure. */
  withinVm: { 'use-memory': (vm, asked) => `programs in ${vm} use ${bytes(asked)} each` } as Readonly<
    Record<string, Act>
  >,
  /** The same in short. */
  brieflyInVm: { 'use-memory': (vm, asked) => `${bytes(asked)} each in ${vm}` } as Readonly<
    Record<string, Act>
  >,
  /** Marks of commands, by name, one for each there is. */
  acts: {
    ...every(
      of('start'),
      'start-hypervisor',
      'start-vm',
      'start-process',
      'start-runtime',
      'start-container',
      'start-registry',
    ),
    ...every(of('stop'), 'stop-vm', 'stop-process', 'stop-runtime', 'stop-container', 'stop-registry'),
    ...every(was('removed'), 'remove-container', 'remove-image'),
    ...every(was('deployed'), 'deploy-build', 'deploy-vm-image'),
    ...every(set('weight', count('weight')), 'set-cpu-weight', 'set-weight'),
    ...every(of('setting'), 'set-oom-group', 'set-oom-score-adj', 'set-live-restore'),
    ...every(set('memory', bytes), 'set-vm-memory', 'use-memory'),
    ...every(of('move'), 'migrate-vm', 'set-migration-mode'),
    ...every((box) => `commit to ${box}`, 'commit-change', 'commit-recipe'),
    ...every(of('crash'), 'crash-hypervisor', 'crash-vm', 'crash-runtime'),
    ...every(
      picker,
      'set-restart',
      'set-restart-policy',
      'set-restart-on-crash',
      'set-on-crash',
      'set-start-at-boot',
      'set-reboot-on-panic',
    ),
    'power-on': (box) => `power for ${box}`,
    'shut-down': was('shut down'),
    'place-container': was('placed'),
    'run-image': there('image', 'run'),
    'install-library': there('package', 'installed'),
    'grant-permission': (_, __, where) => `permission given ${where}`,
    'open-firewall': (box) => `firewall of ${box} opened`,
    'close-firewall': (box) => `firewall of ${box} closed`,
    'set-vcpus': set('CPUs', count('vcpus')),
    'set-cpu-cap': of('cap'),
    'move-vm': was('moved'),
    'set-threads': set('threads', count('threads')),
    'set-cpu-max': set('quota', (asked) =>
      asked['quotaMicros'] ? format.duration(amount(asked, 'quotaMicros')) : '',
    ),
    'set-memory-max': set('limit', bytes),
    'set-memory-high': of('memory.high'),
    'set-demand': of('load'),
    'set-overcommit': of('overcommit'),
    'set-balloon': of('balloon'),
    'set-page-sharing': of('page sharing'),
    unshare: (box, asked) => `walls of ${box}: ${word(asked, 'namespace')}`,
    'limit-process': of('limit'),
    'take-snapshot': of('snapshot'),
    'roll-back': of('rollback'),
    'delete-snapshot': (_, asked) => `${word(asked, 'snapshot')} deleted`,
    'clone-vm': (box, asked) => `${asked['kind'] === 'linked' ? 'linked' : 'full'} clone of ${box}`,
    'back-up': of('backup'),
    restore: was('restored'),
    'upgrade-guest': of('upgrade'),
    'resume-vm': was('goes on'),
    'build-image': of('build'),
    'push-image': of('push'),
    'move-tag': (_, asked) => `tag ${word(asked, 'tag')} moved`,
    'scan-image': of('scan'),
    'publish-fix': (box) => `fix by ${box}`,
    'patch-container': was('patched'),
    'commit-container': was('kept'),
    'prune-builder': of('cache'),
    'pull-image': of('pull'),
    'run-container': (box) => `start from ${box}`,
    'write-file': was('writes'),
    // What was found stands at the mark.
    'look-for-file': (box) => `look into ${box}`,
    'replace-container': (box, asked) => `${box} replaced${word(asked, 'volume') && ', with a volume'}`,
    'cancel-migration': (box) => `move of ${box} called off`,
    'set-dirty-rate': of('writes'),
    'delete-file': was('deletes'),
    'prune-images': (_, __, where) => `unused layers deleted ${where}`,
    'break-disk': of('break'),
    'pull-plug': of('plug'),
    'panic-kernel': of('panic'),
    'kill-process': of('kill'),
  } as Readonly<Record<string, Act>>,
  picker,
  /** Acts that differ from each other of their kind by an argument in their words, and not by their box. */
  argumentOf: { unshare: 'namespace' } as Readonly<Record<string, string>>,
};

/** What the words under marks are in every language. */
export type MarkMessages = typeof enMarks;
