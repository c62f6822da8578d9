// Where something is written already. Labels are placed one after the other, the most needed first.
import { overlaps, right, type Point, type Rect } from '../rect';

/** The taken places of one scene while it is being labelled. */
export interface Board {
  /** Whether nothing is written there. */
  isFree(rect: Rect): boolean;
  /** Keeps others away from it. */
  take(rect: Rect): void;
}

/** Width of the upright slices by which taken places are found again, px. */
const slice = 64;

/** A board with nothing written on it. */
export function createBoard(): Board {
  const slices = new Map<number, Rect[]>();
  const from = (rect: Rect) => Math.floor(rect.x / slice);
  const to = (rect: Rect) => Math.floor(right(rect) / slice);
  return {
    isFree(rect) {
      for (let at = from(rect); at <= to(rect); at += 1) {
        if (slices.get(at)?.some((other) => overlaps(rect, other)) === true) return false;
      }
      return true;
    },
    take(rect) {
      for (let at = from(rect); at <= to(rect); at += 1) {
        const here = slices.get(at);
        if (here === undefined) slices.set(at, [rect]);
        else here.push(rect);
      }
    },
  };
}

/** A board on which places can be tried: it knows what is taken on the other, which learns nothing of it. */
export function trialOn(board: Board): Board {
  const own = createBoard();
  return { isFree: (rect) => own.isFree(rect) && board.isFree(rect), take: (rect) => own.take(rect) };
}

/** The strip that an upright line of 3 px covers. */
export function uprightStrip(from: Point, to: Point): Rect {
  const y = Math.min(from.y, to.y);
  return { x: from.x - 1.5, y, width: 3, height: Math.abs(to.y - from.y) };
}
