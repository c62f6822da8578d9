// The free memory of a host as rectangles: what is white above the boxes.
import { bottom, right, type Rect } from '../rect';

/**
 * Rectangles that hang from the frame's top line down to the tops of what stands there, as wide as each reaches.
 * Largest first.
 */
export function freeRects(frame: Rect, boxes: readonly Rect[]): Rect[] {
  const edges = [...new Set([frame.x, right(frame), ...boxes.flatMap((box) => [box.x, right(box)])])];
  const cuts = edges.filter((x) => x >= frame.x - 0.01 && x <= right(frame) + 0.01).sort((a, b) => a - b);
  const slots = cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? frame.x;
    const middle = (start + end) / 2;
    const tops = boxes.filter((box) => box.x < middle && right(box) > middle).map((box) => box.y);
    return { start, end, top: Math.min(bottom(frame), ...tops) };
  });
  const found = new Map<string, Rect>();
  slots.forEach(({ top }, at) => {
    if (top <= frame.y) return;
    let from = at;
    let to = at;
    while ((slots[from - 1]?.top ?? -1) >= top) from -= 1;
    while ((slots[to + 1]?.top ?? -1) >= top) to += 1;
    const x = slots[from]?.start ?? frame.x;
    const width = (slots[to]?.end ?? right(frame)) - x;
    found.set(`${from} ${to} ${top}`, { x, y: frame.y, width, height: top - frame.y });
  });
  return [...found.values()].sort((a, b) => b.width * b.height - a.width * a.height);
}
