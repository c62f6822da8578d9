// Runs whose digests must be the same in every JavaScript engine: the worlds of lesson 10, and those of lesson 4 with
// their disks and migrations, under their own and under random commands, the measured cluster, and the portable functions
// of number.ts.
import * as disks from '../../lessons/04-snapshot-roll-back-clone-move/scenario';
import * as moving from '../../lessons/04-snapshot-roll-back-clone-move/solution';
import * as falls from '../../lessons/10-one-kernel-falls/scenario';
import * as picking from '../../lessons/10-one-kernel-falls/solution';
import type { LessonScenario, LessonSolution } from '../../src/lesson/format';
import { COMMAND_NAMES, MINUTE, SECOND, createRun } from '../../src/sim';
import type { Run, Scenario, TimedCommand } from '../../src/sim';
import { Digest } from '../../src/sim/engine/digest';
import { exp10, ln, log2 } from '../../src/sim/engine/number';
import { purposeOf, random32, randomInt, randomUnit } from '../../src/sim/engine/random';
import { runOnEngine } from './cluster/engine';

const COMMANDS = 400;
const END = 5 * MINUTE;
const CHOICE = purposeOf('command');

/** Arguments that some command or other takes; each is refused where it does not fit. */
const ARGUMENTS: readonly TimedCommand['command']['args'][] = [
  undefined,
  { seconds: 10 },
  { action: 'restart' },
  { on: true },
  { policy: 'always' },
  { policy: 'on-failure' },
  { cpuMicro: 3_333_333 },
  { kernel: 'kernel/c-1' },
  { kind: 'linked' },
  { memory: true },
  { to: 'hypervisor/hypervisor-b' },
  { to: 'vdisk/vm-1' },
];

function pick<Item>(list: readonly Item[], seed: number, count: number): Item {
  return list[randomInt(0, list.length - 1, seed, 0, CHOICE, count)]!;
}

/** Gives random commands; those that cannot be done are refused and leave no trace. */
function playRandomly(run: Run, seed: number): void {
  const ids = run.view().entities.map(({ id }) => id);
  for (let i = 0; i < COMMANDS; i++) {
    run.seek(run.head + randomInt(0, SECOND, seed, 1, CHOICE, i));
    const args = pick(ARGUMENTS, seed, 3 * i);
    const command = { name: pick(COMMAND_NAMES, seed, 3 * i + 1), target: pick(ids, seed, 3 * i + 2) };
    run.do(args === undefined ? command : { ...command, args });
  }
  run.seek(run.head + MINUTE);
}

function portableFunctions(): string {
  const digest = new Digest();
  for (let i = 0; i < 1_000; i++) {
    const x = randomUnit(1, i, CHOICE, 0) * random32(2, i, CHOICE, 0) + 1;
    for (const value of [ln(x), log2(x), exp10(x % 300), exp10(-(x % 300))]) digest.text(String(value));
  }
  return digest.toString();
}

/** Digests of the worlds of a lesson, each under all that its solution does and under random commands. */
function ofWorlds(lesson: string, { seed, worlds }: LessonScenario, { steps }: LessonSolution) {
  const all = Object.values(steps).flatMap(({ commands }) => commands);
  const journal = [...all].sort((one, other) => one.at - other.at);
  return Object.entries(worlds).flatMap(([name, world], index): [string, string][] => {
    const start: Scenario = { id: name, seed, world };
    const run = createRun(start);
    playRandomly(run, index);
    return [
      [`${lesson}, ${name}, the solution`, createRun(start, journal, END).digest()],
      [`${lesson}, ${name}, at random`, run.digest()],
    ];
  });
}

/** Digests by name. Runs take a few hundred milliseconds. */
export function digests(): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(ofWorlds('lesson 10', falls.scenario, picking.solution)),
    ...Object.fromEntries(ofWorlds('lesson 4', disks.scenario, moving.solution)),
    cluster: runOnEngine({ pods: 200, nodes: 20 }).checksum,
    'portable functions': portableFunctions(),
  };
}
