// Tables that differ from a right one in a single place. A test suite that lets one of them pass has a hole there.
import type { Candidate, Op, Table } from '../../../../src/sim/engine/compile/table';

/** A wrong table; `name` says what is wrong and where. */
export interface Mutant {
  readonly name: string;
  readonly table: Table;
  /** The cell that was changed: no other leaf and event can show it. null when any step may. */
  readonly cell: { readonly leaf: string; readonly event: string } | null;
}

type Change = readonly [name: string, candidate: Candidate];
type Cell = readonly Candidate[] | null;

function without<T>(list: readonly T[], index: number): readonly T[] {
  return list.filter((_, at) => at !== index);
}

function replaced<T>(list: readonly T[], index: number, value: T): readonly T[] {
  return list.map((old, at) => (at === index ? value : old));
}

function swapped<T>(list: readonly T[], index: number): readonly T[] {
  return list.map((old, at) => (at === index ? list[index + 1] : at === index + 1 ? list[index] : old) as T);
}

/** What can be wrong with one op. */
function opChanges(op: Op, table: Table): readonly (readonly [string, Op])[] {
  const changes: (readonly [string, Op])[] = [];
  const { kind, compute, params } = op;
  if (kind === 'arm') {
    const late = compute && ((...args: Parameters<typeof compute>) => Number(compute(...args)) + 1);
    changes.push(['delay longer', { ...op, delay: op.delay + 1_000, compute: late }]);
    if (table.slots > 1) changes.push(['other timer begun', { ...op, index: (op.index + 1) % table.slots }]);
  }
  if (kind === 'disarm' && table.slots > 1) {
    changes.push(['other timer ended', { ...op, index: (op.index + 1) % table.slots }]);
  }
  if (kind === 'effect' && table.effects.length > 1) {
    changes.push(['other effect', { ...op, index: (op.index + 1) % table.effects.length }]);
  }
  if (params.compute !== null || params.fixed !== undefined) {
    changes.push(['params lost', { ...op, params: { fixed: undefined, compute: null } }]);
  }
  if (kind === 'writeAll') {
    op.writes.forEach((_, index) =>
      changes.push([`write ${index} lost`, { ...op, writes: without(op.writes, index) }]),
    );
  }
  return changes;
}

/** What can be wrong with one candidate. */
function candidateChanges(candidate: Candidate, table: Table): readonly Change[] {
  const { guard, ops, to } = candidate;
  const changes: Change[] = [];
  const other = (to + 1) % table.leaves.length;
  // A chart with one state has no wrong target.
  if (other !== to) changes.push(['wrong target', { ...candidate, to: other }]);
  if (guard) {
    const { test } = guard;
    changes.push(['guard forced', { ...candidate, guard: null }]);
    changes.push([
      'guard turned',
      { ...candidate, guard: { ...guard, test: (...args) => test(...args) !== true } },
    ]);
    if (guard.params.fixed !== undefined || guard.params.compute) {
      const params = { fixed: {}, compute: null };
      changes.push(['guard params lost', { ...candidate, guard: { ...guard, params } }]);
    }
  }
  ops.forEach((op, index) => {
    const where = `op ${index} ${op.kind}`;
    changes.push([`${where} removed`, { ...candidate, ops: without(ops, index) }]);
    if (index + 1 < ops.length)
      changes.push([`${where} after the next`, { ...candidate, ops: swapped(ops, index) }]);
    for (const [name, changed] of opChanges(op, table)) {
      changes.push([`${where} ${name}`, { ...candidate, ops: replaced(ops, index, changed) }]);
    }
  });
  if (candidate.done) changes.push(['done event lost', { ...candidate, done: null }]);
  return changes;
}

/** What can be wrong with one cell. */
function cellChanges(cell: readonly Candidate[], table: Table): readonly (readonly [string, Cell])[] {
  return cell.flatMap((candidate, index) => {
    const rest = without(cell, index);
    const changes: (readonly [string, Cell])[] = [[`#${index} dropped`, rest.length > 0 ? rest : null]];
    if (index + 1 < cell.length) changes.push([`#${index} after the next`, swapped(cell, index)]);
    for (const [name, changed] of candidateChanges(candidate, table)) {
      changes.push([`#${index} ${name}`, replaced(cell, index, changed)]);
    }
    return changes;
  });
}

/** Every mutant of one cell, one always-list, the start, or what a leaf says of itself. */
export function mutantsOf(table: Table): readonly Mutant[] {
  const mutants: Mutant[] = [];
  const add = (name: string, change: Partial<Table>, cell: Mutant['cell'] = null): void => {
    mutants.push({ name, table: { ...table, ...change }, cell });
  };
  table.leaves.forEach((leaf, at) => {
    table.events.forEach((event, code) => {
      const place = at * table.events.length + code;
      for (const [name, cell] of cellChanges(table.cells[place] ?? [], table)) {
        add(`${leaf} ${event} ${name}`, { cells: replaced(table.cells, place, cell) }, { leaf, event });
      }
    });
    const always = table.always[at] ?? [];
    always.forEach((candidate, index) => {
      // Where nothing is looked at, looking again is no fault.
      if (!table.always[candidate.to]) return;
      const changed = { ...candidate, changes: !candidate.changes };
      add(`${leaf} always #${index} looks again or not`, {
        always: replaced(table.always, at, replaced(always, index, changed)),
      });
    });
    for (const [name, cell] of cellChanges(always, table)) {
      add(`${leaf} always ${name}`, { always: replaced(table.always, at, cell) });
    }
    add(`${leaf} done or not`, { final: replaced(table.final, at, table.final[at] !== true) });
    // Nobody rests where an always-transition without guard leads away.
    const passing = always.some(({ guard }) => guard === null);
    if (table.tags[at]?.length && !passing) add(`${leaf} tags lost`, { tags: replaced(table.tags, at, []) });
  });
  for (const [name, start] of candidateChanges(table.start, table)) add(`start ${name}`, { start });
  return mutants;
}
