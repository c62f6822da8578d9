// Widths of the columns that stand on one floor: equal where possible, for heights compare better than areas.

/**
 * Shares `width` among columns that need these `areas` (px²) and may be `height` high. A column that would be
 * higher than that is widened until it just fits, and the others share the rest equally (water-filling).
 * When they cannot all fit, all get the same height, above `height`.
 */
export function columnWidths(areas: readonly number[], width: number, height: number): number[] {
  const total = areas.reduce((sum, area) => sum + area, 0);
  const allowed = Math.max(height, width > 0 ? total / width : 0) * (1 + 1e-13);
  const widest = [...areas.keys()].sort((a, b) => (areas[b] ?? 0) - (areas[a] ?? 0) || a - b);
  const widths = new Array<number>(areas.length).fill(0);
  let left = width;
  widest.forEach((column, at) => {
    const equal = left / (widest.length - at);
    const needed = (areas[column] ?? 0) / allowed;
    widths[column] = Math.max(equal, needed);
    left -= widths[column];
  });
  return widths;
}
