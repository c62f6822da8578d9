// One way through lesson 5, and ways that must not count.
import type { LessonSolution } from '../../src/lesson/format';
import { MINUTE, SECOND, type Scalar, type TimedCommand } from '../../src/sim';
import { NAMESPACES } from '../../src/sim/rooms/namespaces/names';

type Args = Readonly<Record<string, Scalar>>;

function give(seconds: number, name: string, target: string, args?: Args): TimedCommand {
  return { at: seconds * SECOND, command: { name, target, ...(args && { args }) } };
}

const CART = 'process/cart';
const walls = (namespaces: readonly string[]) =>
  namespaces.map((namespace, index) => give(2 + index, 'unshare', CART, { namespace }));
const limit = give(20, 'limit-process', CART, { cpuMicro: 1_000_000 });

const startThree = [
  give(2, 'start-container', 'container/b-cart'),
  give(4, 'start-container', 'container/c-cart'),
  give(6, 'start-vm', 'vm/d'),
];

const breakE = give(5, 'crash-runtime', 'runtime/dockerd-e');
const killShim = give(8, 'kill-process', 'monitor/shim-f-cart');
const stopBoth = [give(5, 'stop-runtime', 'runtime/dockerd-e'), give(8, 'stop-runtime', 'runtime/dockerd-f')];

const FOUR = ['g', 'h', 'i', 'j'].map((letter) => `${letter}-cart`);
const startFour = FOUR.map((name, index) => give(2 + index, 'start-container', `container/${name}`));
const killFour = ['shim-g', 'conmon-h', 'lxc-i', 'rkt-j'].map((name, index) =>
  give(15 + index, 'kill-process', `monitor/${name}-cart`),
);

/** Commands of each step, and the wrong attempts. */
export const solution: LessonSolution = {
  steps: {
    'wall-by-wall': { commands: [...walls(NAMESPACES), limit], until: 30 * SECOND },
    'the-same-by-two-programs': { commands: startThree, until: MINUTE },
    'who-may-die': { commands: [breakE, killShim], until: 12 * SECOND },
    'a-stop-in-order': { commands: stopBoth, until: 12 * SECOND },
    'no-docker-at-all': { commands: [...startFour, ...killFour], until: 25 * SECOND },
    transfer: { commands: [], until: 15 * SECOND },
  },
  wrong: [
    {
      name: 'boxes the neighbour',
      step: 'wall-by-wall',
      commands: [give(2, 'unshare', 'process/buy', { namespace: 'pid' })],
      until: 10 * SECOND,
      unmet: 'own-list',
    },
    {
      name: 'forgets what it shares of the time',
      step: 'wall-by-wall',
      commands: [...walls(NAMESPACES.slice(0, -1)), limit],
      until: 30 * SECOND,
      unmet: 'all-namespaces',
    },
    {
      name: 'hides everything and limits nothing',
      step: 'wall-by-wall',
      commands: walls(NAMESPACES),
      until: 30 * SECOND,
      unmet: 'limited',
    },
    {
      name: 'does not wait for the VM',
      step: 'the-same-by-two-programs',
      commands: startThree,
      until: 15 * SECOND,
      unmet: 'three-serve',
    },
    {
      name: 'kills a shim of the other host',
      step: 'who-may-die',
      commands: [breakE, give(8, 'kill-process', 'monitor/shim-e-cart')],
      until: 20 * SECOND,
      unmet: 'shim-killed',
    },
    {
      name: 'stops one dockerd alone',
      step: 'a-stop-in-order',
      commands: stopBoth.slice(0, 1),
      until: 12 * SECOND,
      unmet: 'stopped-in-order',
    },
    {
      name: 'leaves conmon alive',
      step: 'no-docker-at-all',
      commands: [...startFour, ...killFour.filter((_, index) => index !== 1)],
      until: 25 * SECOND,
      unmet: 'monitors-killed',
    },
  ],
};
