// Holds a table against what XState was seen to do before.
import { Livelock } from '../../../../src/sim/engine/compile/step';
import type { Table } from '../../../../src/sim/engine/compile/table';
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

/** Whether any of the cases tells the table from XState. */
export function isKilled(table: Table, cases: readonly Case[]): boolean {
  const side = new TableSide(table);
  return cases.some((each) => !agrees(side, each));
}
