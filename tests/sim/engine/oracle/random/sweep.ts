// Visits every cell of a random machine that any context and payload can reach: which ones can be reached is decided
// by calling the guards themselves, before either side runs.
import type { ChartTransition } from '../../../../../src/sim/engine/compile/internals';
import type { MachineEvent } from '../../../../../src/sim/engine/compile/table';
import type { Coverage } from '../coverage';
import type { Dice } from '../dice';
import type { Pair } from '../pair';
import { type Grid, grid, holds, payloads } from './names';

/** What a sweep saw, in cells. */
export interface Swept {
  readonly reachable: number;
  readonly missed: readonly string[];
  /** Cells whose guards no context and payload can satisfy. */
  readonly dead: number;
}

interface Witness {
  readonly context: Grid;
  readonly event: MachineEvent;
}

const UNHEARD = 'never.named';

/** For each candidate the contexts and payloads that choose it; the last list is of those that choose none. */
function witnessesOf(candidates: readonly ChartTransition[], type: string): readonly Witness[][] {
  const lists = [...candidates.map((): Witness[] => []), []];
  for (const context of grid) {
    for (const n of payloads) {
      const event = { type, n };
      const taken = candidates.findIndex(({ guard }) => holds(guard, { ...context }, event));
      lists.at(taken)?.push({ context, event });
    }
  }
  return lists;
}

/** Puts both sides into every leaf with contexts that choose each candidate in turn. */
export function sweep(pair: Pair, coverage: Coverage, dice: Dice): Swept {
  const reachable = new Set<string>();
  for (const { leaf, event, candidates } of coverage.places) {
    const lists = witnessesOf(candidates, event === '' ? UNHEARD : event);
    for (const [index, list] of lists.entries()) {
      if (list.length === 0) continue;
      if (index < candidates.length) reachable.add(`${leaf} ${event} #${index}`);
      for (const witness of [dice.pick(list), dice.pick(list)]) {
        pair.place(leaf, { ...witness.context });
        const outcome = pair.next(witness.event);
        if (outcome) coverage.note(outcome.taken);
        else coverage.visited.add(`${leaf} ${event} #${index}`);
      }
    }
  }
  const missed = [...reachable].filter((cell) => !coverage.visited.has(cell));
  return { reachable: reachable.size, missed, dead: coverage.cells.length - reachable.size };
}
