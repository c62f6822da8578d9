// Where something is written already. Labels are placed one after the other, the most needed first.
import { overlaps, type Point, type Rect } from '../rect';

/** The taken places of one scene while it is being labelled. */
export interface Board {
  /** Whether nothing is written there. */
  isFree(rect: Rect): boolean;
  /** Keeps others away from it. */
  take(rect: Rect): void;
}

export function createBoard(): Board {
  const taken: Rect[] = [];
  return {
    isFree: (rect) => !taken.some((other) => overlaps(rect, other)),
    take: (rect) => void taken.push(rect),
  };
}

/** The strip that an upright line of 3 px covers. */
export function uprightStrip(from: Point, to: Point): Rect {
  const y = Math.min(from.y, to.y);
  return { x: from.x - 1.5, y, width: 3, height: Math.abs(to.y - from.y) };
}
