// One way through lesson 9, and ways that must not count.
import type { LessonSolution } from '../../src/lesson/format';
import { MINUTE, SECOND, type TimedCommand } from '../../src/sim';

const give = (seconds: number, name: string, target: string): TimedCommand => ({
  at: seconds * SECOND,
  command: { name, target },
});

const startVm = give(2, 'start-vm', 'vm/vm-1');
const startContainer = give(2, 'start-container', 'container/search-1');

/** Commands of each step, and the wrong attempts. */
export const solution: LessonSolution = {
  steps: {
    'the-race-to-fill': {
      commands: [give(60, 'start-container', 'container/search-125')],
      until: 80 * SECOND,
    },
    'one-huge-application': { commands: [], until: MINUTE },
    'ready-to-serve': { commands: [startVm, startContainer], until: MINUTE },
    transfer: { commands: [], until: 20 * SECOND },
  },
  wrong: [
    {
      name: 'looks away before host-b is full',
      step: 'the-race-to-fill',
      commands: [],
      until: 25 * SECOND,
      unmet: 'both-full',
    },
    {
      name: 'starts none by hand',
      step: 'the-race-to-fill',
      commands: [],
      until: 80 * SECOND,
      unmet: 'one-in-one-out',
    },
    {
      name: 'starts one by hand before any was killed',
      step: 'the-race-to-fill',
      commands: [give(0, 'start-container', 'container/search-1')],
      until: 80 * SECOND,
      unmet: 'one-in-one-out',
    },
    {
      name: 'does not wait for the huge copies',
      step: 'one-huge-application',
      commands: [],
      until: 4 * SECOND,
      unmet: 'huge-full',
    },
    {
      name: 'starts the container only',
      step: 'ready-to-serve',
      commands: [startContainer],
      until: MINUTE,
      unmet: 'both-ready',
    },
  ],
};
