// Widths of the columns that stand on one floor: equal where possible, for heights compare better than areas.

/** A row of rooms that would be lower than this part of its place leaves some of the floor free. */
const fairlyHigh = 0.7;

/** But each of them keeps this width, px. */
const leastRoom = 96;

/**
 * How much of a floor of `width` rooms take that need these `areas` (px²) and may be `height` high: all of it as long
 * as they are fairly high, else only so much that they are. So a few rooms are as narrow as many will be beside them.
 */
export function widthOfRooms(areas: readonly number[], width: number, height: number): number {
  const total = areas.reduce((sum, area) => sum + area, 0);
  if (height <= 0 || total <= 0) return width;
  return Math.min(width, Math.max(total / (height * fairlyHigh), areas.length * leastRoom));
}

/**
 * Shares `width` among columns that need these `areas` (px²) and may be `height` high. A column that would be
 * higher than that is widened until it just fits, and the others share the rest equally (water-filling).
 * When they cannot all fit, all get the same height, above `height`. `leasts` are widths (px) that a column does not
 * go under where all fit so; 0 where it may be as thin as it gets.
 */
export function columnWidths(
  areas: readonly number[],
  width: number,
  height: number,
  leasts: readonly number[] = [],
): number[] {
  const total = areas.reduce((sum, area) => sum + area, 0);
  const allowed = Math.max(height, width > 0 ? total / width : 0) * (1 + 1e-13);
  const wished = areas.map((area, at) => Math.max(area / allowed, leasts[at] ?? 0));
  const fits = wished.reduce((sum, need) => sum + need, 0) <= width;
  const needs = fits ? wished : areas.map((area) => area / allowed);
  const widest = [...areas.keys()].sort((a, b) => (needs[b] ?? 0) - (needs[a] ?? 0) || a - b);
  const widths = new Array<number>(areas.length).fill(0);
  let left = width;
  widest.forEach((column, at) => {
    const equal = left / (widest.length - at);
    const given = Math.max(equal, needs[column] ?? 0);
    widths[column] = given;
    left -= given;
  });
  return widths;
}
