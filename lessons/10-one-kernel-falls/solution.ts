// One way through lesson 10, and ways that must not count.
import type { LessonSolution } from '../../src/lesson/format';
import { MINUTE, SECOND, type Scalar, type TimedCommand } from '../../src/sim';

type Args = Readonly<Record<string, Scalar>>;

function give(seconds: number, name: string, target: string, args?: Args): TimedCommand {
  return { at: seconds * SECOND, command: { name, target, ...(args && { args }) } };
}

const CONTAINERS = ['search-1', 'cart-1', 'buy-1', 'search-2', 'cart-2', 'buy-2'] as const;

/** The pickers of step 4, before its first fault. */
const policies = CONTAINERS.map((name) =>
  give(5, 'set-restart-policy', `container/b-${name}`, { policy: 'always' }),
);
const restartVm2 = give(5, 'set-on-crash', 'vm/vm-2', { action: 'restart' });
const startCart = give(5, 'set-start-at-boot', 'process/a-cart-1', { on: true });
const rebootHostB = give(5, 'set-reboot-on-panic', 'kernel/host-b', { seconds: 10 });
const startRuntime = give(5, 'set-start-at-boot', 'runtime/docker-b', { on: true });

const place = (seconds: number, name: string, vm: 'c-1' | 'c-2') =>
  give(seconds, 'place-container', `container/c-${name}`, { kernel: `kernel/${vm}` });

const onePerVm = CONTAINERS.map((name) => place(1, name, name.endsWith('1') ? 'c-1' : 'c-2'));

/** Commands of each step, and the wrong attempts. */
export const solution: LessonSolution = {
  steps: {
    'one-program': {
      commands: [give(5, 'kill-process', 'process/a-cart-1'), give(8, 'kill-process', 'process/b-cart-1')],
      until: 20 * SECOND,
    },
    'one-kernel': {
      commands: [give(5, 'panic-kernel', 'kernel/vm-2'), give(10, 'panic-kernel', 'kernel/host-b')],
      until: 20 * SECOND,
    },
    'what-vms-stand-on': {
      commands: [give(5, 'crash-hypervisor', 'hypervisor/xen-a'), give(10, 'pull-plug', 'host/host-b')],
      until: 20 * SECOND,
    },
    'who-picks-it-up': {
      commands: [...policies, restartVm2, startCart, rebootHostB, startRuntime],
      until: 5 * MINUTE,
    },
    'draw-the-walls-yourself': {
      commands: [
        ...onePerVm,
        give(10, 'panic-kernel', 'kernel/c-1'),
        give(20, 'crash-hypervisor', 'hypervisor/xen-c'),
      ],
      until: 30 * SECOND,
    },
    transfer: { commands: [], until: 15 * SECOND },
  },
  wrong: [
    {
      name: 'kills cart on host-b only',
      step: 'one-program',
      commands: [give(5, 'kill-process', 'process/b-cart-1')],
      until: 20 * SECOND,
      unmet: 'killed-both-carts',
    },
    {
      name: 'kills search in place of cart',
      step: 'one-program',
      commands: [give(5, 'kill-process', 'process/a-search-1'), give(5, 'kill-process', 'process/b-cart-1')],
      until: 20 * SECOND,
      unmet: 'killed-both-carts',
    },
    {
      name: 'panics the wrong guest',
      step: 'one-kernel',
      commands: [give(5, 'panic-kernel', 'kernel/vm-3'), give(10, 'panic-kernel', 'kernel/host-b')],
      until: 20 * SECOND,
      unmet: 'panicked-vm-2',
    },
    {
      name: 'leaves the plug in',
      step: 'what-vms-stand-on',
      commands: [give(5, 'crash-hypervisor', 'hypervisor/xen-a')],
      until: 20 * SECOND,
      unmet: 'pulled-plug',
    },
    {
      name: 'does not look what is down after the third fault',
      step: 'who-picks-it-up',
      commands: [],
      until: 31 * SECOND,
      unmet: 'saw-three-faults',
    },
    {
      name: 'forgets the runtime of host-b',
      step: 'who-picks-it-up',
      commands: [...policies, restartVm2, startCart, rebootHostB],
      until: 5 * MINUTE,
      unmet: 'all-back',
    },
    {
      name: 'forgets cart inside VM 2',
      step: 'who-picks-it-up',
      commands: [...policies, restartVm2, rebootHostB, startRuntime],
      until: 5 * MINUTE,
      unmet: 'all-back',
    },
    {
      name: 'gives the containers no policy',
      step: 'who-picks-it-up',
      commands: [restartVm2, startCart, rebootHostB, startRuntime],
      until: 5 * MINUTE,
      unmet: 'all-back',
    },
    {
      name: 'puts both copies of search into VM 1',
      step: 'draw-the-walls-yourself',
      commands: [
        ...CONTAINERS.map((name) => place(1, name, name.startsWith('search') ? 'c-1' : 'c-2')),
        give(10, 'panic-kernel', 'kernel/c-1'),
      ],
      until: 20 * SECOND,
      unmet: 'walls',
    },
    {
      name: 'leaves one container without a place',
      step: 'draw-the-walls-yourself',
      commands: onePerVm.slice(1),
      until: 20 * SECOND,
      unmet: 'walls',
    },
  ],
};
