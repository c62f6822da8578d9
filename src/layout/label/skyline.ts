// The free memory of a host as rectangles: what is white above the boxes.
import { cutIndex, cutsOf } from '../cuts';
import { bottom, right, type Rect } from '../rect';

/** Between two cuts: from where to where, and the top of what stands there. */
interface Slot {
  readonly start: number;
  readonly end: number;
  top: number;
}

function slotsOf(frame: Rect, boxes: readonly Rect[]): Slot[] {
  const cuts = cutsOf([frame.x, right(frame), ...boxes.flatMap((box) => [box.x, right(box)])]);
  const slots = cuts.slice(1).map((end, at): Slot => ({ start: cuts[at] ?? end, end, top: bottom(frame) }));
  for (const box of boxes) {
    const last = cutIndex(cuts, right(box));
    for (const slot of slots.slice(cutIndex(cuts, box.x), last)) slot.top = Math.min(slot.top, box.y);
  }
  return slots;
}

/**
 * Rectangles that hang from the frame's top line down to the tops of what stands there, as wide as each reaches.
 * Largest first.
 */
export function freeRects(frame: Rect, boxes: readonly Rect[]): Rect[] {
  const slots = slotsOf(frame, boxes);
  const found = new Map<string, Rect>();
  slots.forEach(({ top }, at) => {
    if (top <= frame.y) return;
    let from = at;
    let to = at;
    while ((slots[from - 1]?.top ?? -1) >= top) from -= 1;
    while ((slots[to + 1]?.top ?? -1) >= top) to += 1;
    const x = slots[from]?.start ?? frame.x;
    const width = (slots[to]?.end ?? right(frame)) - x;
    found.set(`${from} ${to}`, { x, y: frame.y, width, height: top - frame.y });
  });
  return [...found.values()].sort((a, b) => b.width * b.height - a.width * a.height);
}

/** How much of a frame is white. */
export function whiteArea(frame: Rect, boxes: readonly Rect[]): number {
  return slotsOf(frame, boxes).reduce(
    (sum, { start, end, top }) => sum + (end - start) * Math.max(0, top - frame.y),
    0,
  );
}
