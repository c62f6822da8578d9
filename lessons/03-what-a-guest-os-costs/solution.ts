// One way through lesson 3, and ways that must not count.
import type { LessonSolution } from '../../src/lesson/format';
import { GIBIBYTE, MINUTE, SECOND, type Scalar, type TimedCommand } from '../../src/sim';

type Args = Readonly<Record<string, Scalar>>;

function give(seconds: number, name: string, target: string, args?: Args): TimedCommand {
  return { at: seconds * SECOND, command: { name, target, ...(args && { args }) } };
}

const start = (count: number) =>
  Array.from({ length: count }, (_, index) => give(2 + index, 'start-vm', `vm/vm-${index + 1}`));
const overcommit = give(1, 'set-overcommit', 'hypervisor/hypervisor-a', { on: true });

const FOUR_GIBIBYTES = { bytes: 4 * GIBIBYTE };
/** Switches a VM off, does something a second later, and starts it. */
const offAndOn = (seconds: number, vm: string, meanwhile: TimedCommand) => [
  give(seconds, 'stop-vm', vm),
  meanwhile,
  give(seconds + 2, 'start-vm', vm),
];

/** Commands of each step, and the wrong attempts. */
export const solution: LessonSolution = {
  steps: {
    'until-the-next-does-not-fit': { commands: start(7), until: MINUTE },
    'promise-more-than-you-have': { commands: [overcommit, ...start(12)], until: MINUTE },
    'what-the-balloon-gives-back': { commands: [], until: 2 * MINUTE },
    'the-same-page-twelve-times': {
      commands: [give(2, 'set-page-sharing', 'hypervisor/hypervisor-a', { pages: 100 })],
      until: 2 * MINUTE,
    },
    'more-while-it-runs': {
      commands: [
        give(2, 'set-vm-memory', 'vm/vm-1', FOUR_GIBIBYTES),
        ...offAndOn(4, 'vm/vm-2', give(5, 'set-vm-memory', 'vm/vm-2', FOUR_GIBIBYTES)),
        ...offAndOn(60, 'vm/vm-1', give(61, 'set-vcpus', 'vm/vm-1', { vcpus: 4 })),
        give(120, 'set-cpu-cap', 'vm/vm-1', { percent: 100 }),
      ],
      until: 130 * SECOND,
    },
    transfer: { commands: [], until: 10 * SECOND },
  },
  wrong: [
    {
      name: 'gives both VMs more while they are off',
      step: 'more-while-it-runs',
      commands: ['vm/vm-1', 'vm/vm-2'].flatMap((vm, index) =>
        offAndOn(4 + 4 * index, vm, give(5 + 4 * index, 'set-vm-memory', vm, FOUR_GIBIBYTES)),
      ),
      until: 80 * SECOND,
      unmet: 'larger',
    },
    {
      name: 'gives VM 1 two virtual CPUs again',
      step: 'more-while-it-runs',
      commands: offAndOn(4, 'vm/vm-1', give(5, 'set-vcpus', 'vm/vm-1', { vcpus: 2 })),
      until: 80 * SECOND,
      unmet: 'four-vcpus',
    },
    {
      name: 'puts the cap on two cores',
      step: 'more-while-it-runs',
      commands: [give(4, 'set-cpu-cap', 'vm/vm-1', { percent: 200 })],
      until: 80 * SECOND,
      unmet: 'capped',
    },
    {
      name: 'lets a minute go by, and nobody looks',
      step: 'the-same-page-twelve-times',
      commands: [],
      until: 2 * MINUTE,
      unmet: 'minute-over',
    },
    {
      name: 'stops at six',
      step: 'until-the-next-does-not-fit',
      commands: start(6),
      until: MINUTE,
      unmet: 'filled',
    },
    {
      name: 'starts what fits, and does not overcommit',
      step: 'promise-more-than-you-have',
      commands: start(7),
      until: MINUTE,
      unmet: 'overcommits',
    },
    {
      name: 'starts ten',
      step: 'promise-more-than-you-have',
      commands: [overcommit, ...start(10)],
      until: MINUTE,
      unmet: 'twelve-up',
    },
    {
      name: 'switches the balloons of the first six off',
      step: 'what-the-balloon-gives-back',
      commands: Array.from({ length: 6 }, (_, index) =>
        give(1, 'set-balloon', `vm/vm-${index + 1}`, { on: false }),
      ),
      until: 2 * MINUTE,
      unmet: 'night-over',
    },
  ],
};
