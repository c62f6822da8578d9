// Holds a table against what XState was seen to do before.
import { Livelock } from '../../../../src/sim/engine/compile/step';
import type { Mutant } from './mutants';
import { type Case, isSame, seenByTable } from './pair';
import { TableSide } from './tableSide';

/** Whether the table does in this case what XState did. */
function agrees(side: TableSide, { from, event, seen }: Case): boolean {
  try {
    if (from) {
      side.place(from.leaf, from.context);
      side.next(event);
    } else {
      side.start(event['input']);
    }
  } catch (error) {
    // Whatever else a wrong table trips over gives it away as well.
    return error instanceof Livelock && seen === null;
  }
  return isSame(seenByTable(side, []), seen);
}

/** What XState was seen to do, by leaf and event. */
export class Evidence {
  readonly #all: readonly Case[];
  readonly #byCell = new Map<string, Case[]>();

  constructor(cases: readonly Case[]) {
    this.#all = cases;
    for (const each of cases) {
      const cell = `${each.from?.leaf ?? ''} ${each.event.type}`;
      const known = this.#byCell.get(cell);
      if (known) known.push(each);
      else this.#byCell.set(cell, [each]);
    }
  }

  /** Whether it tells this table from XState. */
  kills({ table, cell }: Omit<Mutant, 'name'>): boolean {
    const side = new TableSide(table);
    const cases = cell ? (this.#byCell.get(`${cell.leaf} ${cell.event}`) ?? []) : this.#all;
    return cases.some((each) => !agrees(side, each));
  }
}
