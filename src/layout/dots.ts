// The dots of what is reserved and not used, as marks of their own, for paper: see hatch.ts.
import { bottom, right, type Rect } from './rect';

/** Between two dots, px, as in the pattern on the screen. */
const step = 8;

/** Dots of round ends within the rooms, none in what fills them, as an SVG path; all rooms share one grid. */
export function dotsPath(rooms: readonly Rect[], filled: readonly Rect[]): string {
  const dots = new Set<string>();
  for (const room of rooms)
    for (let y = first(room.y); y < bottom(room); y += step)
      for (let x = first(room.x); x < right(room); x += step)
        if (!filled.some((rect) => isIn(rect, x, y))) dots.add(`M${x} ${y}h0`);
  return [...dots].join('');
}

/** The first dot after an edge. */
const first = (edge: number): number => (Math.floor((edge - step / 2) / step) + 1) * step + step / 2;

const isIn = (rect: Rect, x: number, y: number): boolean =>
  x >= rect.x && x <= right(rect) && y >= rect.y && y <= bottom(rect);
