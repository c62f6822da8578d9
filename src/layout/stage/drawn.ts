// From exact to drawn rectangles: edges on whole pixels, a white gap of one pixel taken from the inside.
import { bottom, right, type Rect } from '../rect';

/** Exact edges this close to a whole pixel are taken for it, so that rounding noise moves nothing. */
const noise = 1e-6;

/** A gap may take at most this part of a box; thinner ones are drawn as they are. */
const thinnest = 0.6;

function span(from: number, to: number): readonly [from: number, to: number] {
  const start = Math.ceil(from - noise);
  const end = Math.ceil(to - noise) - 1;
  if (end - start >= (to - from) * thinnest) return [start, end];
  const gap = Math.min(0.5, (to - from) * 0.1);
  return [from + gap, to - gap];
}

/**
 * The rectangle that is painted for an exact one. It lies inside it (but for noise), each edge at most one pixel
 * away, and two neighbours are one clear pixel apart.
 */
export function drawnRect(exact: Rect): Rect {
  const [x, end] = span(exact.x, right(exact));
  const [y, foot] = span(exact.y, bottom(exact));
  return { x, y, width: end - x, height: foot - y };
}
