// Hatching as lines of its own, for paper: printers get a pattern as a picture of every box that it fills.
import { bottom, right, type Rect } from './rect';

/** Between two lines, px, upright. */
const step = 11;

/** Slanted lines within a rectangle, as an SVG path; all rectangles share one grid. */
export function hatchPath(rect: Rect): string {
  const lines: string[] = [];
  const first = Math.ceil((rect.x + rect.y) / step) * step;
  for (let sum = first; sum < right(rect) + bottom(rect); sum += step) {
    const from = Math.max(rect.x, sum - bottom(rect));
    const to = Math.min(right(rect), sum - rect.y);
    if (to > from) lines.push(`M${from} ${sum - from}L${to} ${sum - to}`);
  }
  return lines.join('');
}
