// What the pages load in place of XState and of the compiler: the build has put each chart's table beside its
// functions (src/build/charts), so all that is left to do is to join them.
import type { ContextSource } from './context';
import { type PackedTable, type Parts, unpack } from './packed';
import type { Table } from './table';

/** A chart as the build leaves it: the functions it names, how its context begins, and its table. */
export interface Prepared {
  readonly parts: Parts;
  readonly context: ContextSource;
  readonly table: PackedTable;
}

/** What is left of a chart: functions that compute params stand outside of setup(). */
interface Rest extends Omit<Prepared, 'parts'> {
  readonly params: NonNullable<Parts['params']>;
}

/** Stands in for XState's `setup`. */
export function setup(parts: Parts) {
  return {
    createMachine: ({ params, context, table }: Rest): Prepared => ({
      parts: { ...parts, params },
      context,
      table,
    }),
  };
}

/** Stands in for XState's `assign`. */
export function assign(assignment: unknown): { readonly assignment: unknown } {
  return { assignment };
}

/** Stands in for the compiler. */
export function compile({ table, parts, context }: Prepared): Table {
  return unpack(table, parts, context);
}
