// The screen's frames: the only requestAnimationFrame of the product.

/** Something that calls back before the next picture, with the wall clock in milliseconds. */
export interface FrameSource {
  request(callback: (now: number) => void): number;
  cancel(request: number): void;
}

/** The browser's frames. They stand still while the page is hidden. */
export const screenFrames: FrameSource = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (request) => cancelAnimationFrame(request),
};

/** A longer silence than this (milliseconds) was a hidden tab or a sleeping machine. */
export const LONGEST_GAP = 500;
/** What such a silence counts as: one ordinary frame. */
const ORDINARY_FRAME = 1000 / 60;

/**
 * Wall milliseconds that playback may spend on the frame at `now`, given the frame before: never what passed
 * while nobody could look. Counting one ordinary frame instead of none keeps a slow machine moving.
 */
export function wallStep(before: number | null, now: number): number {
  if (before === null || now <= before) return 0;
  const gap = now - before;
  return gap > LONGEST_GAP ? ORDINARY_FRAME : gap;
}
