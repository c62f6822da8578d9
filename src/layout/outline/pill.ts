// A place for the count of an outline: on its upper edge, where it covers no word.
import { contains, type Point, type Rect } from '../rect';
import type { Board } from '../label/board';

interface Edge {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Edges with the inside below them, the highest first, of equals the longest. */
function upperEdges(loops: readonly (readonly Point[])[]): Edge[] {
  const edges = loops.flatMap((loop) =>
    loop.flatMap((from, at): Edge[] => {
      const to = loop[(at + 1) % loop.length] ?? from;
      return to.x > from.x && to.y === from.y ? [{ x: from.x, y: from.y, width: to.x - from.x }] : [];
    }),
  );
  return edges.sort((a, b) => a.y - b.y || b.width - a.width);
}

/** How far a pill is moved sideways at a time, px. */
const step = 6;

/** Left edges along an edge, from its middle outwards, until the pill's middle leaves the edge. */
function starts(edge: Edge, width: number): number[] {
  const middle = edge.x + (edge.width - width) / 2;
  const reach = edge.width / 2;
  const count = Math.floor(reach / step);
  return Array.from(
    { length: 2 * count + 1 },
    (_, at) => middle + Math.ceil(at / 2) * step * (at % 2 === 1 ? 1 : -1),
  );
}

/**
 * The rectangle for a pill of this size: mostly above an upper edge, else across it, else a little further up,
 * within `bounds` and where the board is free. Null where there is no such place.
 */
export function pillPlace(
  loops: readonly (readonly Point[])[],
  size: { readonly width: number; readonly height: number },
  bounds: Rect,
  board: Board,
): Rect | null {
  const { width, height } = size;
  const lifts = [height - 3, height + 4, height / 2, height + 24, height + 44, 4, -4, -height];
  // On a low stage there may be one line that is free between two rows of words.
  for (let lift = height + 8; lift < height + 44; lift += 4) lifts.push(lift);
  for (const edge of upperEdges(loops)) {
    for (const lift of lifts) {
      for (const start of starts(edge, width)) {
        const x = Math.round(Math.max(bounds.x, Math.min(start, bounds.x + bounds.width - width)));
        const rect = { x, y: Math.round(edge.y - lift), width, height };
        if (contains(bounds, rect) && board.isFree(rect)) return rect;
      }
    }
  }
  return null;
}
