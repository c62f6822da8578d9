// Coordinates at which rectangles begin and end, for sweeping over them.
// A search of its own: that of d3-array brings ten times its weight to the first view.

/** Coordinates closer than this are one, px. */
const same = 0.05;

/** Distinct coordinates in order. */
export function cutsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, at) => at === 0 || value - (sorted[at - 1] ?? value) > same);
}

/** Where a coordinate stands among the cuts that were made from it and others; their number when it is beyond all. */
export function cutIndex(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? Infinity) < value - same) low = middle + 1;
    else high = middle;
  }
  return low;
}
