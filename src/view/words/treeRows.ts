// The rows of a tree in words that are open, and where its keys lead among them. Keys are those of any tree view.
import type { SceneItem } from '../../words';
import type { TreeKey } from './treeKeys';

/** One row that is to be seen. */
export interface TreeRow {
  /** The box's id; the heading over what stands on nothing has one of its own. */
  readonly key: string;
  readonly item: SceneItem;
  readonly level: number;
  /** Its place among those that stand on the same, from 1, and how many they are. */
  readonly place: number;
  readonly of: number;
  /** Whether what stands on it is shown; null where nothing does. */
  readonly isOpen: boolean | null;
}

/** What a key does: another row gets the focus, or the row is opened or closed. */
export type TreeMove = { readonly to: number } | { readonly opens: boolean };

const keyOf = ({ id }: SceneItem): string => id ?? 'unplaced';

/** All rows that are to be seen; `isOpen` is asked about each that carries something. */
export function rowsOf(
  items: readonly SceneItem[],
  isOpen: (key: string, level: number) => boolean,
  level = 1,
): TreeRow[] {
  return items.flatMap((item, at) => {
    const key = keyOf(item);
    const open = item.above.length === 0 ? null : isOpen(key, level);
    const row: TreeRow = { key, item, level, place: at + 1, of: items.length, isOpen: open };
    return open ? [row, ...rowsOf(item.above, isOpen, level + 1)] : [row];
  });
}

/** The row that this one stands on, or itself. */
function below(rows: readonly TreeRow[], at: number): number {
  const level = rows[at]?.level ?? 1;
  const found = rows.findLastIndex((row, index) => index < at && row.level < level);
  return found < 0 ? at : found;
}

/** What a key does at a row. */
export function moveIn(rows: readonly TreeRow[], at: number, key: TreeKey): TreeMove {
  const last = rows.length - 1;
  const { isOpen = null } = rows[at] ?? {};
  switch (key) {
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) };
    case 'ArrowDown':
      return { to: Math.min(last, at + 1) };
    case 'ArrowRight':
      if (isOpen === false) return { opens: true };
      return { to: isOpen ? at + 1 : at };
    case 'ArrowLeft':
      return isOpen ? { opens: false } : { to: below(rows, at) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: last };
  }
}

/** The next row, from the one at `from` on and round again, whose name begins so; -1 where there is none. */
export function findByName(rows: readonly TreeRow[], from: number, typed: string): number {
  const wanted = typed.toLowerCase();
  const round = [...rows.keys()].map((at) => (from + at) % rows.length);
  return round.find((at) => rows[at]?.item.name.toLowerCase().startsWith(wanted)) ?? -1;
}
