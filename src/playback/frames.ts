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

/** The most that one frame may count, in milliseconds. A longer silence was a hidden tab, a sleeping machine or a slow one. */
export const LONGEST_GAP = 500;
/** What a silence counts as that was no slow machine: one ordinary frame. */
const ORDINARY_FRAME = 1000 / 60;

/**
 * Wall milliseconds that playback may spend on the frame at `now`, given the two frames before: never what passed
 * while nobody could look. One long silence is sleep; one behind the other is a machine that takes that long for a
 * frame, and time runs on there as if it were just quick enough.
 */
export function wallStep(before: number | null, now: number, last: number | null = null): number {
  if (before === null || now <= before) return 0;
  const gap = now - before;
  if (gap <= LONGEST_GAP) return gap;
  const isSlow = last !== null && before - last > LONGEST_GAP;
  return isSlow ? LONGEST_GAP : ORDINARY_FRAME;
}
