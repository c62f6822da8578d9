// One way through lesson 2, and ways that must not count.
import type { LessonSolution } from '../../src/lesson/format';
import { CORE, MINUTE, SECOND, type Scalar, type TimedCommand } from '../../src/sim';

type Args = Readonly<Record<string, Scalar>>;

function give(seconds: number, name: string, target: string, args?: Args): TimedCommand {
  return { at: seconds * SECOND, command: { name, target, ...(args && { args }) } };
}

const NUMBERS = [1, 2, 3, 4, 5, 6] as const;

const startVms = NUMBERS.map((number) => give(2, 'start-vm', `vm/vm-${number}`));
const shutDowns = (seconds: number) =>
  NUMBERS.map((number) => give(seconds, 'shut-down', `host/pc-${number}`));
const overload = (cpuMicro: number) => give(5, 'set-demand', 'process/a-buy-1', { cpuMicro });

/** Commands of each step, and the wrong attempts. */
export const solution: LessonSolution = {
  steps: {
    'six-computers-hardly-busy': { commands: [...startVms, ...shutDowns(60)], until: 70 * SECOND },
    'two-operating-systems': {
      commands: [
        give(2, 'start-vm', 'vm/vm-1'),
        give(2, 'start-vm', 'vm/vm-2'),
        give(80, 'panic-kernel', 'kernel/vm-1'),
      ],
      until: 90 * SECOND,
    },
    'one-wants-everything': { commands: [overload(8 * CORE)], until: 10 * SECOND },
    'its-guest-falls': { commands: [give(5, 'panic-kernel', 'kernel/vm-3')], until: 10 * SECOND },
    'the-extra-floor': { commands: [give(5, 'panic-kernel', 'kernel/windows')], until: 15 * SECOND },
    'six-products': {
      commands: [
        give(5, 'kill-process', 'process/io-xen-1'),
        ...['dom0', 'root', 'kvm-1', 'virtualbox-1', 'workstation-1'].map((os) =>
          give(8, 'panic-kernel', `kernel/${os}`),
        ),
      ],
      until: 12 * SECOND,
    },
    transfer: { commands: [], until: 6 * SECOND },
  },
  wrong: [
    {
      name: 'leaves one VM off',
      step: 'six-computers-hardly-busy',
      commands: [...startVms.slice(1), ...shutDowns(60)],
      until: 2 * MINUTE,
      unmet: 'all-in-vms',
    },
    {
      name: 'leaves one computer on',
      step: 'six-computers-hardly-busy',
      commands: [...startVms, ...shutDowns(60).slice(1)],
      until: 2 * MINUTE,
      unmet: 'computers-off',
    },
    {
      name: 'starts Linux only',
      step: 'two-operating-systems',
      commands: [give(2, 'start-vm', 'vm/vm-2')],
      until: 2 * MINUTE,
      unmet: 'both-oses',
    },
    {
      name: 'asks for half of the cores only',
      step: 'one-wants-everything',
      commands: [overload(4 * CORE)],
      until: 10 * SECOND,
      unmet: 'overloaded',
    },
    {
      name: 'panics a neighbour',
      step: 'its-guest-falls',
      commands: [give(5, 'panic-kernel', 'kernel/vm-2')],
      until: 10 * SECOND,
      unmet: 'vm-3-panicked',
    },
    {
      name: 'panics the guest on the laptop, not the OS under it',
      step: 'the-extra-floor',
      commands: [give(5, 'panic-kernel', 'kernel/vm-2')],
      until: 15 * SECOND,
      unmet: 'laptop-panicked',
    },
    {
      name: 'kills a copy, not the drivers',
      step: 'six-products',
      commands: [give(5, 'kill-process', 'process/xen-cart-1')],
      until: 10 * SECOND,
      unmet: 'drivers-ended',
    },
    {
      name: 'panics the guests, not the OSes beside and under them',
      step: 'six-products',
      commands: NUMBERS.map((number) => give(5, 'panic-kernel', `kernel/vm-${number}`)),
      until: 10 * SECOND,
      unmet: 'oses-panicked',
    },
  ],
};
