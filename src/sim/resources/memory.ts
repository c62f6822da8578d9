// Who has room for how much memory: a request is charged level by level, from the box that asks down to
// the host's RAM, and the first level without room refuses it. A level that reserves (a VM) has taken its
// whole size from the levels below, so that what is used inside it is not charged there again.
// Source: torvalds/linux Documentation/admin-guide/cgroup-v2.rst, memory.max (a limit holds at its level).

/** `size` or `reserved` of a level without one. */
export const NO_SIZE = -1;

/** One level on the way down. Bytes, integers. */
export interface MemoryLevel {
  /** The room it has for all above it and for itself (RAM, reservation, limit), or NO_SIZE. */
  readonly size: number;
  /** What is charged to it now. */
  readonly charged: number;
  /** It took its whole size below when it started: a request inside it goes no further down. */
  readonly reserves: boolean;
}

/** The first level that has no room: its place in the list, what is free there and what is missing. */
export interface NoRoom {
  readonly level: number;
  readonly freeBytes: number;
  readonly missingBytes: number;
}

/**
 * Whether `bytes` fit at every level, nearest first, down to the first one that reserves or the end of the
 * list. null when they fit; else the level that stops them. Nothing is changed.
 * Throws RangeError when `bytes` is not an integer from 0.
 */
export function findNoRoom(levels: readonly MemoryLevel[], bytes: number): NoRoom | null {
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw new RangeError(`not an amount of memory: ${bytes}`);
  for (const [level, { size, charged, reserves }] of levels.entries()) {
    if (size !== NO_SIZE && charged + bytes > size) {
      const freeBytes = Math.max(0, size - charged);
      return { level, freeBytes, missingBytes: bytes - freeBytes };
    }
    if (reserves) return null;
  }
  return null;
}
