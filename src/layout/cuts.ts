// Coordinates at which rectangles begin and end, for sweeping over them.
import { bisectLeft } from 'd3';

/** Coordinates closer than this are one, px. */
const same = 0.05;

/** Distinct coordinates in order. */
export function cutsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, at) => at === 0 || value - (sorted[at - 1] ?? value) > same);
}

/** Where a coordinate stands among the cuts that were made from it and others. */
export const cutIndex = (cuts: readonly number[], value: number): number => bisectLeft(cuts, value - same);
