// Machines drawn from the whole grammar of XState: each is refused by the compiler, or the same in XState and the table.
import type { AnyStateMachine } from 'xstate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compile } from '../../../../../src/sim/engine/compile/compile';
import { ChartRefused } from '../../../../../src/sim/engine/compile/refuse';
import { Coverage } from '../coverage';
import { Dice } from '../dice';
import { Pair } from '../pair';
import { walkPair } from '../walk';
import { drawMachine } from './drawing';
import { grid, payloads } from './names';
import { sweep } from './sweep';
import { type Spoil, late, spoils } from './unsupported';

const BLOCKS = 10;
const EACH_BLOCK = 34;
const EACH = 4;
/** Milliseconds; generous, for machines that do much else besides. */
const PATIENCE = 60_000;

function holdAgainstXState(machine: AnyStateMachine, seed: number) {
  const pair = new Pair(machine);
  const coverage = new Coverage(pair.oracle.machine);
  const swept = sweep(pair, coverage, new Dice(seed));
  walkPair(pair, coverage, {
    seed,
    steps: 100,
    sweeps: 0,
    payload: (_, dice) => ({ n: dice.pick(payloads) }),
    contexts: (dice) => dice.pick(grid) as unknown as Record<string, unknown>,
  });
  return { ...swept, comparisons: pair.comparisons };
}

function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof ChartRefused) return error.message;
    throw error;
  }
}

vi.setConfig({ testTimeout: PATIENCE });

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
});

describe('machines of the supported grammar', () => {
  const seen = { comparisons: 0, reachable: 0 };
  const blocks = Array.from({ length: BLOCKS }, (_, block) => block * EACH_BLOCK);

  it.each(blocks)('are never refused and the same in every reachable cell, from seed %i', (first) => {
    for (let seed = first; seed < first + EACH_BLOCK; seed++) {
      const report = holdAgainstXState(drawMachine(seed, null), seed);
      expect(report.missed, `seed ${seed}`).toEqual([]);
      seen.comparisons += report.comparisons;
      seen.reachable += report.reachable;
    }
  });

  it('are many', () => {
    expect(seen.comparisons).toBeGreaterThan(60_000);
    expect(seen.reachable).toBeGreaterThan(8_000);
  });
});

const rounds = Array.from({ length: EACH }, (_, round) => round);

describe('everything else in the grammar', () => {
  it.each(Object.entries<Spoil>(spoils))('is refused with place and advice: %s', (name, spoil) => {
    for (const round of rounds) {
      const machine = drawMachine(1_000 + round, spoil);
      const refusal = refusalOf(() => compile(machine));
      expect(refusal, `${name} ${round}`).toMatch(/^machine "m", (root|state "[^"]+"): [^;]+; .+$/);
    }
  });

  it.each(Object.entries<Spoil>(late))(
    'is refused when it is met, and the same until then: %s',
    (name, spoil) => {
      const refusals = rounds.map((round) =>
        refusalOf(() => holdAgainstXState(drawMachine(2_000 + round, spoil), round)),
      );
      expect(
        refusals.filter((refusal) => refusal !== null),
        name,
      ).not.toEqual([]);
      for (const refusal of refusals) expect(refusal ?? 'machine "m"').toContain('machine "m"');
    },
  );
});
