// E8: a bounded pass of the oracle suite: walks over the rooms' charts and random ones, and mutants of tables.
import { deploymentMachine } from '../../../tests/bench/cluster/deployment.machine';
import { nodeMachine } from '../../../tests/bench/cluster/node.machine';
import { podMachine } from '../../../tests/bench/cluster/pod.machine';
import { Coverage } from '../../../tests/sim/engine/oracle/coverage';
import { equivalents } from '../../../tests/sim/engine/oracle/equivalents';
import { Evidence } from '../../../tests/sim/engine/oracle/kill';
import { machines } from '../../../tests/sim/engine/oracle/machines/all';
import type { Walked } from '../../../tests/sim/engine/oracle/machines/all';
import { rooms } from '../../../tests/sim/engine/oracle/machines/rooms';
import { mutantsOf } from '../../../tests/sim/engine/oracle/mutants';
import { Mismatch, Pair } from '../../../tests/sim/engine/oracle/pair';
import { drawMachine } from '../../../tests/sim/engine/oracle/random/drawing';
import { grid, payloads } from '../../../tests/sim/engine/oracle/random/names';
import { walkMachine, walkPair } from '../../../tests/sim/engine/oracle/walk';
import { compile } from '../../sim/engine/compile/compile';
import type { Row } from './row';

const SEEDS: readonly number[] = [1, 2];
const RANDOM_MACHINES = 60;
const RANDOM_STEPS = 100;

/** The measured cluster's own charts; contexts and payloads that lead to every candidate of theirs. */
const measured: readonly Walked[] = [
  {
    machine: podMachine,
    options: {
      payload: (_, dice) => ({ node: dice.below(5) }),
      contexts: (dice) => ({ pod: dice.below(50), restarts: dice.below(8), probes: dice.below(500) }),
    },
  },
  { machine: nodeMachine, options: {} },
  {
    machine: deploymentMachine,
    options: {
      contexts: (dice) => ({ wanted: 3, created: dice.below(5), gapMicros: 1_000 + dice.below(9) }),
    },
  },
];

interface Count {
  machines: number;
  comparisons: number;
  mismatches: number;
  cells: number;
  visited: number;
  mutants: number;
  killed: number;
  equivalent: number;
}

/** Runs `act`; a mismatch is counted, every other error is the suite's own. */
function compare(count: Count, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    count.mismatches++;
  }
}

function walkAndMutate(count: Count, { machine, options }: Walked): void {
  count.machines++;
  compare(count, () => {
    const walks = SEEDS.map((seed) => walkMachine(machine, { ...options, seed }));
    const cells = walks[0]?.cells ?? [];
    count.cells += cells.length;
    count.visited += cells.filter((cell) => walks.some((walk) => walk.visited.has(cell))).length;
    for (const { comparisons } of walks) count.comparisons += comparisons;
    const evidence = new Evidence(walks.flatMap((walk) => walk.cases));
    const reviewed = equivalents.filter((each) => each.machine === machine.id);
    for (const mutant of mutantsOf(compile(machine))) {
      count.mutants++;
      if (evidence.kills(mutant)) count.killed++;
      else if (reviewed.some((each) => each.mutant === mutant.name)) count.equivalent++;
    }
  });
}

function walkRandom(count: Count, seed: number): void {
  count.machines++;
  compare(count, () => {
    const pair = new Pair(drawMachine(seed, null));
    walkPair(pair, new Coverage(pair.oracle.machine), {
      seed,
      steps: RANDOM_STEPS,
      payload: (_, dice) => ({ n: dice.pick(payloads) }),
      contexts: (dice) => ({ ...dice.pick(grid) }),
    });
    count.comparisons += pair.comparisons;
  });
}

/** E8: nothing differs, no mutant survives unreviewed, every candidate of every cell was taken. */
export function equality(): Row {
  const count: Count = {
    machines: 0,
    comparisons: 0,
    mismatches: 0,
    cells: 0,
    visited: 0,
    mutants: 0,
    killed: 0,
    equivalent: 0,
  };
  // XState warns of charts that answer themselves without end; random ones do, on purpose.
  const { warn } = console;
  console.warn = () => undefined;
  for (const walked of [...measured, ...machines, ...rooms]) walkAndMutate(count, walked);
  for (let seed = 0; seed < RANDOM_MACHINES; seed++) walkRandom(count, 100_000 + seed);
  console.warn = warn;
  const told = count.killed + count.equivalent === count.mutants;
  const { mismatches, comparisons, visited, cells, killed, mutants, equivalent } = count;
  return {
    id: 'E8',
    what: `equality: ${count.machines} charts, table against XState, ${comparisons} steps`,
    measured: `${mismatches} differ; mutants ${killed} + ${equivalent} equivalent of ${mutants}; cells ${visited} of ${cells}`,
    goal: '0; all; all',
    holds: mismatches === 0 && told && visited === cells,
    numbers: { ...count },
  };
}
