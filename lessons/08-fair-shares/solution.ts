// One way through lesson 8, and ways that must not count.
import type { LessonSolution } from '../../src/lesson/format';
import { GIBIBYTE, MINUTE, SECOND, type Scalar, type TimedCommand } from '../../src/sim';

type Args = Readonly<Record<string, Scalar>>;

function give(seconds: number, name: string, target: string, args?: Args): TimedCommand {
  return { at: seconds * SECOND, command: { name, target, ...(args && { args }) } };
}

const threads = (seconds: number, count: number) =>
  give(seconds, 'set-threads', 'process/search', { threads: count });
const quota = (seconds: number, quotaMicros: number) =>
  give(seconds, 'set-cpu-max', 'container/search', { quotaMicros });
const limit = (seconds: number, target: string, gibibytes: number) =>
  give(seconds, 'set-memory-max', target, { bytes: gibibytes * GIBIBYTE });
const memory = (seconds: number, vm: string) => give(seconds, 'set-vm-memory', vm, { bytes: 4 * GIBIBYTE });

const noisy = threads(1, 12);
const half = quota(1, 50_000);
const larger = limit(1, 'container/cart', 4);
const again = [give(2, 'stop-container', 'container/cart'), give(3, 'start-container', 'container/cart')];

/** Commands of each step, and the wrong attempts. */
export const solution: LessonSolution = {
  steps: {
    'a-noisy-neighbour': {
      commands: [noisy, give(2, 'set-cpu-weight', 'container/cart', { weight: 300 })],
      until: 3 * SECOND,
    },
    'seven-cores-idle': { commands: [half, quota(2, 100_000), threads(3, 4)], until: 5 * SECOND },
    'who-is-killed': {
      commands: [limit(10, 'container/buy', 2), give(11, 'start-container', 'container/buy')],
      until: 20 * SECOND,
    },
    'larger-while-they-run': {
      commands: [
        larger,
        ...again,
        memory(4, 'vm/vm-1'),
        give(5, 'stop-vm', 'vm/vm-2'),
        memory(6, 'vm/vm-2'),
        give(7, 'start-vm', 'vm/vm-2'),
      ],
      until: MINUTE,
    },
    'slower-not-killed': {
      commands: [give(30, 'set-memory-high', 'container/buy', { bytes: 2 * GIBIBYTE })],
      until: 40 * SECOND,
    },
    transfer: { commands: [], until: 10 * SECOND },
  },
  wrong: [
    {
      name: 'takes the soft limit away before Docker has found out',
      step: 'slower-not-killed',
      commands: [give(9, 'set-memory-high', 'container/buy', { bytes: 0 })],
      until: 40 * SECOND,
      unmet: 'unhealthy',
    },
    {
      name: 'lets it wait for ever',
      step: 'slower-not-killed',
      commands: [],
      until: 40 * SECOND,
      unmet: 'healthy-again',
    },
    {
      name: 'gives search the heavier weight',
      step: 'a-noisy-neighbour',
      commands: [noisy, give(2, 'set-cpu-weight', 'container/search', { weight: 300 })],
      until: 3 * SECOND,
      unmet: 'three-cores',
    },
    {
      name: 'holds search back with a quota',
      step: 'a-noisy-neighbour',
      commands: [noisy, quota(2, 100_000)],
      until: 3 * SECOND,
      unmet: 'three-cores',
    },
    {
      name: 'holds the idle neighbour back',
      step: 'seven-cores-idle',
      commands: [give(1, 'set-cpu-max', 'container/cart', { quotaMicros: 50_000 })],
      until: 5 * SECOND,
      unmet: 'half-a-core',
    },
    {
      name: 'leaves the quota at half a core',
      step: 'seven-cores-idle',
      commands: [half, threads(3, 4)],
      until: 5 * SECOND,
      unmet: 'burst',
    },
    {
      name: 'starts buy again with the limit it had',
      step: 'who-is-killed',
      commands: [give(11, 'start-container', 'container/buy')],
      until: 20 * SECOND,
      unmet: 'buy-lives',
    },
    {
      name: 'raises the limit of cart, and leaves its program alone',
      step: 'larger-while-they-run',
      commands: [larger],
      until: MINUTE,
      unmet: 'program-larger',
    },
    {
      name: 'gives VM 2 more while it is off, and leaves it so',
      step: 'larger-while-they-run',
      commands: [memory(4, 'vm/vm-1'), give(5, 'stop-vm', 'vm/vm-2'), memory(6, 'vm/vm-2')],
      until: MINUTE,
      unmet: 'vms-larger',
    },
  ],
};
