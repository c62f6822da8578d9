// One way through lesson 7, and ways that must not count.
import type { LessonSolution } from '../../src/lesson/format';
import { MINUTE, SECOND, type Scalar, type TimedCommand } from '../../src/sim';

type Args = Readonly<Record<string, Scalar>>;

const give = (seconds: number, name: string, target: string, args?: Args): TimedCommand => ({
  at: seconds * SECOND,
  command: { name, target, ...(args && { args }) },
});
const build = (seconds: number, image: string, args?: Args) =>
  give(seconds, 'build-image', `image/${image}`, args);
const commit = (seconds: number, change: string) =>
  give(seconds, 'commit-change', 'repository/search', { change });
const look = (seconds: number, container: string) =>
  give(seconds, 'look-for-file', `container/${container}`, { path: '/etc/search.conf' });
const replace = (seconds: number, container: string) =>
  give(seconds, 'replace-container', `container/${container}`);

const moveTag = (seconds: number) =>
  give(seconds, 'move-tag', 'registry/hub', { tag: 'debian:12', version: 'debian:12.5' });

const pull = (seconds: number, image: string) => give(seconds, 'pull-image', `image/${image}`);
const hub = (seconds: number, act: 'stop' | 'start') => give(seconds, `${act}-registry`, 'registry/hub');

/** The mirror is asked while the hub is silent; then that answers again. */
const whileSilent = [
  pull(1, 'debian-b'),
  moveTag(26),
  hub(27, 'stop'),
  pull(28, 'debian-c'),
  hub(39, 'start'),
];

const FIXED = { noCache: true, epoch: 0, rewriteTimestamps: true };
const six = ['search-1', 'search-2', 'search-3', 'cart-1', 'cart-2', 'cart-3'];
const bothBuilt = [build(4, 'search'), build(28, 'cart')];
const pinnedTwice = [commit(1, 'pinned-base'), build(13, 'search')];

/** Commands of each step, and the wrong attempts. */
export const solution: LessonSolution = {
  steps: {
    'nobody-wrote-it-down': {
      commands: [
        build(1, 'search'),
        give(17, 'run-container', 'image/search'),
        look(20, 'search-1'),
        look(21, 'search-2'),
      ],
      until: 23 * SECOND,
    },
    'one-line-changes': {
      commands: [build(1, 'search'), commit(17, 'changed-line'), build(18, 'search'), build(24, 'search-vm')],
      until: 3 * MINUTE,
    },
    'half-a-year-later': {
      commands: [moveTag(15), build(16, 'search'), build(17, 'search-ci')],
      until: 35 * SECOND,
    },
    'the-same-digest': {
      commands: [...pinnedTwice, build(38, 'search', FIXED), build(39, 'search-ci', FIXED)],
      until: 65 * SECOND,
    },
    'a-hole-in-the-base': {
      commands: [...bothBuilt, ...six.map((container, at) => replace(40 + at, container))],
      until: 50 * SECOND,
    },
    'what-a-scanner-sees': {
      commands: [
        give(1, 'scan-image', 'image/search'),
        give(5, 'publish-fix', 'distribution/debian', { advisory: 'CVE-2024-0727' }),
        give(6, 'scan-image', 'image/search'),
      ],
      until: 15 * SECOND,
    },
    'a-mirror-near-by': {
      commands: [...whileSilent, pull(40, 'debian-c')],
      until: 66 * SECOND,
    },
    transfer: { commands: [], until: MINUTE },
  },
  wrong: [
    {
      name: 'pulls on host-c while the hub answers',
      step: 'a-mirror-near-by',
      commands: [pull(1, 'debian-b'), moveTag(26), pull(27, 'debian-c')],
      until: 60 * SECOND,
      unmet: 'told-again',
    },
    {
      name: 'stops the hub while the mirror is empty',
      step: 'a-mirror-near-by',
      commands: [moveTag(1), hub(2, 'stop'), pull(3, 'debian-b'), pull(3, 'debian-c')],
      until: 30 * SECOND,
      unmet: 'told-again',
    },
    {
      name: 'does not ask again when the hub is back',
      step: 'a-mirror-near-by',
      commands: [...whileSilent, pull(40, 'debian-b')],
      until: 66 * SECOND,
      unmet: 'told-again',
    },
    {
      name: 'starts a second container of the old image',
      step: 'nobody-wrote-it-down',
      commands: [give(1, 'run-container', 'image/search'), look(4, 'search-1'), look(5, 'search-2')],
      until: 8 * SECOND,
      unmet: 'both-looked',
    },
    {
      name: 'builds twice without a change',
      step: 'one-line-changes',
      commands: [build(1, 'search'), build(50, 'search')],
      until: 60 * SECOND,
      unmet: 'built-again',
    },
    {
      name: 'builds on the CI machine before half a year has passed',
      step: 'half-a-year-later',
      commands: [build(1, 'search-ci'), moveTag(50), build(60, 'search')],
      until: 75 * SECOND,
      unmet: 'built-on-both',
    },
    {
      name: 'pins the base, and leaves the times as they come',
      step: 'the-same-digest',
      commands: [...pinnedTwice, build(100, 'search', { noCache: true })],
      until: 150 * SECOND,
      unmet: 'same-digest',
    },
    {
      name: 'fixes the times, and takes the old layers from the cache',
      step: 'the-same-digest',
      commands: [
        ...pinnedTwice,
        build(100, 'search', { epoch: FIXED.epoch }),
        build(100, 'search-ci', FIXED),
      ],
      until: 150 * SECOND,
      unmet: 'same-digest',
    },
    {
      name: 'builds, and replaces nothing',
      step: 'a-hole-in-the-base',
      commands: bothBuilt,
      until: 100 * SECOND,
      unmet: 'replaced',
    },
    {
      name: 'replaces, and builds nothing',
      step: 'a-hole-in-the-base',
      commands: six.map((container, at) => replace(10 + at, container)),
      until: 20 * SECOND,
      unmet: 'rebuilt',
    },
    {
      name: 'scans twice before anything was published',
      step: 'what-a-scanner-sees',
      commands: [give(1, 'scan-image', 'image/search'), give(5, 'scan-image', 'image/search')],
      until: 10 * SECOND,
      unmet: 'scanned-again',
    },
  ],
};
