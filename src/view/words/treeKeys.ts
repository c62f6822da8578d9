// The keys that walk the scene in words: the tree listens to them, the table of keys lists them.

/** The keys that move, as `KeyboardEvent.key` names them. */
export const treeKeys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const;

/** One of them. */
export type TreeKey = (typeof treeKeys)[number];

/** Whether a key is one of those that move. */
export const isTreeKey = (key: string): key is TreeKey => (treeKeys as readonly string[]).includes(key);
