// Columns grow by being copied to the front of larger ones; copies of a world take the part that is in use.

/** The next capacity of a column that is full: half as much again wastes little and is seldom needed. */
export function larger(capacity: number): number {
  return Math.ceil(capacity * 1.5);
}

/** Copies `from` to the front of the larger `to` and returns it. */
export function widened<Column extends { set(from: Column): void }>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}

/** A copy of the first `used` entries of a column, with room for at least one. */
export function front<Column extends { slice(from: number, to: number): Column }>(
  column: Column,
  used: number,
): Column {
  return column.slice(0, used + 1);
}
