// One way through lesson 1, and ways that must not count.
import type { LessonSolution } from '../../src/lesson/format';
import { MINUTE, SECOND, type Scalar, type TimedCommand } from '../../src/sim';

type Args = Readonly<Record<string, Scalar>>;

const give = (seconds: number, name: string, target: string, args?: Args): TimedCommand => ({
  at: seconds * SECOND,
  command: { name, target, ...(args && { args }) },
});

const deploySearch = give(1, 'deploy-build', 'process/search-a', { build: 'artifact/search-build' });
const deployBuy = give(5, 'deploy-build', 'process/buy-b', { build: 'artifact/buy-build' });
const install = give(5, 'install-library', 'kernel/server-a', { package: 'artifact/libshop-2.0' });
const startSearch = give(8, 'start-process', 'process/search-a');
const restartCart = (seconds: number) => [
  give(seconds, 'stop-process', 'process/cart-a'),
  give(seconds + 2, 'start-process', 'process/cart-a'),
];
const runOn = (seconds: number, box: string, image = 'search-image') =>
  give(seconds, 'run-image', `container/${box}`, { image: `artifact/${image}` });
const ship = give(30, 'deploy-vm-image', 'vm/appliance', { image: 'artifact/search-appliance' });

/** Commands of each step, and the wrong attempts. */
export const solution: LessonSolution = {
  steps: {
    'the-same-file-another-machine': {
      commands: [
        deploySearch,
        deployBuy,
        give(10, 'grant-permission', 'kernel/server-b', { path: 'C:/shop/shop.conf', mode: '644' }),
        give(12, 'start-process', 'process/buy-b'),
        give(16, 'open-firewall', 'host/db', { from: 'host/server-b' }),
      ],
      until: 20 * SECOND,
    },
    'repair-it-by-hand': {
      commands: [deploySearch, install, startSearch, ...restartCart(12)],
      until: 20 * SECOND,
    },
    'files-of-its-own': {
      commands: [runOn(1, 'box-b'), runOn(3, 'box-a'), ...restartCart(20), ship],
      until: 2 * MINUTE,
    },
    'another-cpu-type': {
      commands: [runOn(1, 'box-a', 'search-image-arm64'), runOn(10, 'box-a', 'search-image-both')],
      until: 20 * SECOND,
    },
    transfer: { commands: [], until: 2 * MINUTE },
  },
  wrong: [
    {
      name: 'deploys buy again instead of repairing its permission',
      step: 'the-same-file-another-machine',
      commands: [deploySearch, deployBuy, { ...deployBuy, at: 10 * SECOND }],
      until: 20 * SECOND,
      unmet: 'buy-runs',
    },
    {
      name: 'lets the other server in',
      step: 'the-same-file-another-machine',
      commands: [
        deployBuy,
        give(10, 'grant-permission', 'kernel/server-b', { path: 'C:/shop/shop.conf', mode: '644' }),
        give(12, 'start-process', 'process/buy-b'),
        give(16, 'open-firewall', 'host/db', { from: 'host/server-a' }),
      ],
      until: 20 * SECOND,
      unmet: 'buy-serves',
    },
    {
      name: 'starts search before its file is there',
      step: 'the-same-file-another-machine',
      commands: [startSearch],
      until: 20 * SECOND,
      unmet: 'search-tried',
    },
    {
      name: 'runs the image for both CPU types alone',
      step: 'another-cpu-type',
      commands: [runOn(1, 'box-a', 'search-image-both')],
      until: 20 * SECOND,
      unmet: 'arm-tried',
    },
    {
      name: 'starts search again without the library',
      step: 'repair-it-by-hand',
      commands: [deploySearch, startSearch],
      until: 20 * SECOND,
      unmet: 'search-serves',
    },
    {
      name: 'leaves cart running',
      step: 'repair-it-by-hand',
      commands: [deploySearch, install, startSearch],
      until: 20 * SECOND,
      unmet: 'cart-restarted',
    },
    {
      name: 'runs the image on one server alone',
      step: 'files-of-its-own',
      commands: [runOn(1, 'box-a')],
      until: MINUTE,
      unmet: 'image-tried',
    },
    {
      name: 'does not wait until the machine is up',
      step: 'files-of-its-own',
      commands: [runOn(1, 'box-b'), runOn(3, 'box-a'), ...restartCart(20), ship],
      until: 50 * SECOND,
      unmet: 'appliance-serves',
    },
    {
      name: 'runs the image for the other CPU type alone',
      step: 'another-cpu-type',
      commands: [runOn(1, 'box-a', 'search-image-arm64')],
      until: 20 * SECOND,
      unmet: 'cpu-serves',
    },
  ],
};
