// One way through lesson 6, and ways that must not count.
import type { LessonSolution } from '../../src/lesson/format';
import { MINUTE, SECOND, type Scalar, type TimedCommand } from '../../src/sim';

type Args = Readonly<Record<string, Scalar>>;

const give = (seconds: number, name: string, target: string, args?: Args): TimedCommand => ({
  at: seconds * SECOND,
  command: { name, target, ...(args && { args }) },
});
const onFile = (seconds: number, act: string, container: string, path: string) =>
  give(seconds, `${act}-file`, `container/${container}`, { path });

const CATALOGUE = '/app/catalogue';
const ORDERS = '/data/orders';
const MOUNTED = { volume: 'volume/orders' };
const pulls = (names: readonly string[]) =>
  names.map((name, index) => give(1 + index * 20, 'pull-image', `image/${name}`));
const ten = give(1, 'run-container', 'image/search', { copies: 10 });
const lost = [
  onFile(1, 'write', 'search-1', ORDERS),
  give(2, 'replace-container', 'container/search-1'),
  onFile(5, 'look-for', 'search-1', ORDERS),
];

const SEARCHES = ['container/search-1', 'container/search-2'];
const prune = (seconds: number) => give(seconds, 'prune-images', 'runtime/docker');

const HUB = 'registry/hub';
const pullSearch = give(1, 'pull-image', 'image/search');

/** Commands of each step, and the wrong attempts. */
export const solution: LessonSolution = {
  steps: {
    'three-images-one-base': { commands: pulls(['search', 'cart', 'buy']), until: 75 * SECOND },
    'ten-containers': {
      commands: [
        ten,
        onFile(5, 'write', 'search-3', CATALOGUE),
        onFile(6, 'look-for', 'search-3', CATALOGUE),
        onFile(7, 'look-for', 'search-4', CATALOGUE),
      ],
      until: 10 * SECOND,
    },
    'replace-it': {
      commands: [
        ...lost,
        give(6, 'replace-container', 'container/search-1', MOUNTED),
        onFile(9, 'write', 'search-1', ORDERS),
        give(10, 'replace-container', 'container/search-1'),
        onFile(13, 'look-for', 'search-1', ORDERS),
      ],
      until: 15 * SECOND,
    },
    'the-registry-stops': {
      commands: [pullSearch, give(30, 'stop-registry', HUB), give(33, 'start-registry', HUB)],
      until: MINUTE,
    },
    'clear-up': {
      commands: [
        prune(15),
        ...SEARCHES.map((name, index) => give(16 + index, 'replace-container', name)),
        prune(20),
        ...SEARCHES.map((name, index) => give(21 + index, 'remove-container', name)),
        give(25, 'remove-image', 'image/search'),
      ],
      until: 30 * SECOND,
    },
    transfer: { commands: [], until: MINUTE },
  },
  wrong: [
    {
      name: 'clears up twice, with the old containers still there',
      step: 'clear-up',
      commands: [prune(15), prune(16)],
      until: 30 * SECOND,
      unmet: 'pruned-twice',
    },
    {
      name: 'removes the image before anything needs it',
      step: 'clear-up',
      commands: [prune(15), give(16, 'remove-image', 'image/search')],
      until: 30 * SECOND,
      unmet: 'search-gone',
    },
    {
      name: 'takes the containers away and leaves the image',
      step: 'clear-up',
      commands: SEARCHES.map((name) => give(15, 'remove-container', name)),
      until: 30 * SECOND,
      unmet: 'search-gone',
    },
    {
      name: 'pulls one image of the three',
      step: 'three-images-one-base',
      commands: pulls(['search']),
      until: 30 * SECOND,
      unmet: 'all-pulled',
    },
    {
      name: 'starts one container and writes in it',
      step: 'ten-containers',
      commands: [give(1, 'run-container', 'image/search'), onFile(5, 'write', 'search-1', CATALOGUE)],
      until: 8 * SECOND,
      unmet: 'ten-serve',
    },
    {
      name: 'looks for the change only where it was made',
      step: 'ten-containers',
      commands: [
        ten,
        onFile(5, 'write', 'search-3', CATALOGUE),
        onFile(6, 'look-for', 'search-3', CATALOGUE),
      ],
      until: 8 * SECOND,
      unmet: 'both-looked',
    },
    {
      name: 'adds the volume after the file was written, and looks for the old file',
      step: 'replace-it',
      commands: [
        ...lost,
        give(6, 'replace-container', 'container/search-1', MOUNTED),
        onFile(9, 'look-for', 'search-1', ORDERS),
      ],
      until: 12 * SECOND,
      unmet: 'kept',
    },
    {
      name: 'writes, and never replaces the container',
      step: 'replace-it',
      commands: [onFile(1, 'write', 'search-1', ORDERS), onFile(2, 'look-for', 'search-1', ORDERS)],
      until: 5 * SECOND,
      unmet: 'lost',
    },
    {
      name: 'lets it come in one go',
      step: 'the-registry-stops',
      commands: [pullSearch],
      until: MINUTE,
      unmet: 'there-at-last',
    },
    {
      name: 'leaves the registry silent',
      step: 'the-registry-stops',
      commands: [pullSearch, give(10, 'stop-registry', HUB)],
      until: 2 * MINUTE,
      unmet: 'there-at-last',
    },
    {
      name: 'stops the registry before it pulls',
      step: 'the-registry-stops',
      commands: [give(1, 'stop-registry', HUB), give(2, 'pull-image', 'image/search')],
      until: 10 * SECOND,
      unmet: 'there-at-last',
    },
    {
      name: 'replaces the container with its volume, and does not look',
      step: 'replace-it',
      commands: [
        give(1, 'replace-container', 'container/search-1', { volume: 'volume/orders' }),
        onFile(4, 'write', 'search-1', ORDERS),
        give(5, 'replace-container', 'container/search-1'),
      ],
      until: 9 * SECOND,
      unmet: 'kept',
    },
  ],
};
