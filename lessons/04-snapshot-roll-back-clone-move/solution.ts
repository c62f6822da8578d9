// One way through lesson 4, and ways that must not count.
import type { LessonSolution } from '../../src/lesson/format';
import { MINUTE, SECOND, type Scalar, type TimedCommand } from '../../src/sim';

type Args = Readonly<Record<string, Scalar>>;

function give(seconds: number, name: string, target = 'vm/vm-1', args?: Args): TimedCommand {
  return { at: seconds * SECOND, command: { name, target, ...(args && { args }) } };
}

const clones = (kinds: readonly string[]) =>
  kinds.map((kind, index) => give(1 + index, 'clone-vm', 'vm/vm-1', { kind }));
const starts = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => give(from, 'start-vm', `vm/vm-${index + 2}`));
const migrate = (seconds: number, vm: string, mode?: string) =>
  give(seconds, 'migrate-vm', vm, { to: 'hypervisor/hypervisor-b', ...(mode && { mode }) });

const takenThenBroken = (to: string) => [
  give(1, 'back-up', 'vm/vm-1', { to }),
  give(30, 'take-snapshot'),
  give(40, 'break-disk', 'disk/ssd'),
];
const restored = [
  give(45, 'stop-vm'),
  give(46, 'restore', 'vm/vm-1', { backup: 'vdisk/vm-1-backup-1', to: 'disk/ssd-2' }),
  give(80, 'start-vm'),
];

const movedCold = [
  give(175, 'stop-vm', 'vm/vm-2'),
  give(176, 'move-vm', 'vm/vm-2', { to: 'hypervisor/hypervisor-b' }),
  give(177, 'start-vm', 'vm/vm-2'),
];

/** Commands of each step, and the wrong attempts. */
export const solution: LessonSolution = {
  steps: {
    'go-back': {
      commands: [
        give(5, 'take-snapshot'),
        give(30, 'upgrade-guest'),
        give(60, 'roll-back', 'vm/vm-1', { to: 'vdisk/vm-1' }),
        give(61, 'start-vm'),
      ],
      until: 2 * MINUTE,
    },
    'four-clones': {
      commands: [...clones(['full', 'full', 'linked', 'linked']), ...starts(40, 4)],
      until: 2 * MINUTE,
    },
    'a-snapshot-every-night': {
      commands: [
        give(300, 'delete-snapshot', 'vm/vm-1', { snapshot: 'vdisk/vm-1' }),
        give(320, 'delete-snapshot', 'vm/vm-1', { snapshot: 'vdisk/vm-1-1' }),
        give(340, 'resume-vm'),
      ],
      until: 345 * SECOND,
    },
    'the-disk-breaks': {
      commands: [...takenThenBroken('disk/ssd-2'), ...restored],
      until: 3 * MINUTE,
    },
    'move-while-it-serves': {
      commands: [
        migrate(1, 'vm/vm-1'),
        migrate(70, 'vm/vm-2'),
        give(170, 'cancel-migration', 'vm/vm-2'),
        ...movedCold,
      ],
      until: 4 * MINUTE,
    },
    'make-it-end': {
      commands: [migrate(1, 'vm/vm-2', 'post-copy'), give(40, 'pull-plug', 'host/host-a')],
      until: MINUTE,
    },
    transfer: { commands: [], until: 15 * SECOND },
  },
  wrong: [
    {
      name: 'upgrades, and has no snapshot to go back to',
      step: 'go-back',
      commands: [give(5, 'upgrade-guest'), give(30, 'take-snapshot')],
      until: MINUTE,
      unmet: 'back',
    },
    {
      name: 'makes as many clones as fit with disks of their own',
      step: 'four-clones',
      commands: [...clones(['full', 'full']), ...starts(40, 2)],
      until: 2 * MINUTE,
      unmet: 'four-clones',
    },
    {
      name: 'lets it go on, and makes no room',
      step: 'a-snapshot-every-night',
      commands: [give(300, 'resume-vm')],
      until: 330 * SECOND,
      unmet: 'serves-again',
    },
    {
      name: 'keeps the backup on the same disk',
      step: 'the-disk-breaks',
      commands: takenThenBroken('disk/ssd'),
      until: 3 * MINUTE,
      unmet: 'restored',
    },
    {
      name: 'waits for the busy one to arrive',
      step: 'move-while-it-serves',
      commands: [migrate(1, 'vm/vm-1'), migrate(70, 'vm/vm-2')],
      until: 5 * MINUTE,
      unmet: 'called-off',
    },
    {
      name: 'starts it again where it is',
      step: 'move-while-it-serves',
      commands: [
        migrate(1, 'vm/vm-1'),
        migrate(70, 'vm/vm-2'),
        give(170, 'cancel-migration', 'vm/vm-2'),
        give(175, 'stop-vm', 'vm/vm-2'),
        give(177, 'start-vm', 'vm/vm-2'),
      ],
      until: 4 * MINUTE,
      unmet: 'moved-cold',
    },
    {
      name: 'pulls the plug when all of it has come over',
      step: 'make-it-end',
      commands: [migrate(1, 'vm/vm-2', 'post-copy'), give(110, 'pull-plug', 'host/host-a')],
      until: 2 * MINUTE,
      unmet: 'plug-pulled',
    },
  ],
};
