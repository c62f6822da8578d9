// Runs as a tree over time: a line for each, from where it left its parent to how far it goes. Rows stretch with
// their texts, so a row knows only shares of the width and which branches pass through it.
import type { Micros } from '../../sim/engine/time';

/** A run of the list. */
export interface Branch {
  readonly id: string;
  readonly parent: string | null;
  readonly forkedAt: Micros | null;
  readonly furthest: Micros;
}

/** One run in its row. All places are shares of the width, 0 to 1. */
export interface TreeRow {
  readonly id: string;
  /** Where its line begins and ends. */
  readonly from: number;
  readonly to: number;
  /** The branch that comes down to it from its parent's row, or null for the first run. */
  readonly joint: number | null;
  /** Branches that leave it for rows below. */
  readonly forks: readonly number[];
  /** Branches of others that pass by. */
  readonly passing: readonly number[];
}

/**
 * The rows of all runs, parents before their forks; of two forks the later one stands nearer, so that no branch
 * crosses a line. The width is the longest run.
 */
export function runTree(branches: readonly Branch[]): TreeRow[] {
  const rows = branches.filter(({ parent }) => parent === null).flatMap((root) => withForks(root, branches));
  const span = Math.max(1, ...branches.map(({ furthest }) => furthest));
  const share = (at: Micros) => Math.min(1, at / span);
  const rowOf = new Map(rows.map(({ id }, row) => [id, row]));
  const parentRow = ({ parent }: Branch) => rowOf.get(parent ?? '') ?? -1;
  return rows.map((branch, row) => {
    const below = rows.slice(row + 1).filter(({ parent }) => parent !== null);
    const at = (some: readonly Branch[]) => some.map(({ forkedAt }) => share(forkedAt ?? 0));
    const from = share(branch.forkedAt ?? 0);
    return {
      id: branch.id,
      from,
      to: Math.max(from, share(branch.furthest)),
      joint: branch.parent === null ? null : from,
      forks: at(below.filter((each) => parentRow(each) === row)),
      passing: at(below.filter((each) => parentRow(each) < row)),
    };
  });
}

function withForks(branch: Branch, all: readonly Branch[]): Branch[] {
  const forks = all.filter(({ parent }) => parent === branch.id);
  const later = forks.toSorted((a, b) => (b.forkedAt ?? 0) - (a.forkedAt ?? 0));
  return [branch, ...later.flatMap((fork) => withForks(fork, all))];
}
