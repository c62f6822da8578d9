// Rectangles in CSS pixels of the stage, y downwards.

/** A rectangle by its upper left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place on the stage, px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Right edge. */
export const right = (rect: Rect): number => rect.x + rect.width;

/** Lower edge. */
export const bottom = (rect: Rect): number => rect.y + rect.height;

/** Middle between left and right edge. */
export const centre = (rect: Rect): number => rect.x + rect.width / 2;

/** Whether both are the same place and as large. */
export const isSameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** Whether the two share more than an edge. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

/** Whether `inner` lies within `outer`; half a hundredth of a pixel is forgiven. */
export function contains(outer: Rect, inner: Rect): boolean {
  const slack = 0.005;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    right(inner) <= right(outer) + slack &&
    bottom(inner) <= bottom(outer) + slack
  );
}

/** The rectangle with every edge moved outwards by `by` pixels (inwards when negative). */
export function grow(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}

/** The smallest rectangle around all; null around nothing. */
export function around(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null;
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return {
    x,
    y,
    width: Math.max(...rects.map(right)) - x,
    height: Math.max(...rects.map(bottom)) - y,
  };
}
