// One way through lesson 3, and ways that must not count.
import type { LessonSolution } from '../../src/lesson/format';
import { MINUTE, SECOND, type Scalar, type TimedCommand } from '../../src/sim';

type Args = Readonly<Record<string, Scalar>>;

function give(seconds: number, name: string, target: string, args?: Args): TimedCommand {
  return { at: seconds * SECOND, command: { name, target, ...(args && { args }) } };
}

const start = (count: number) =>
  Array.from({ length: count }, (_, index) => give(2 + index, 'start-vm', `vm/vm-${index + 1}`));
const overcommit = give(1, 'set-overcommit', 'hypervisor/hypervisor-a', { on: true });

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
    transfer: { commands: [], until: 10 * SECOND },
  },
  wrong: [
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
