// Names of VMs that the line of their host would go through stand right under it.
import { bottom, overlaps } from '../rect';
import type { LabelScene } from '../stage/scene';
import { lineOf } from '../stage/topLine';
import type { HostToLabel } from './labelHost';
import { unusedRects } from './notes';

/** From the line to a word, px. */
const gap = 4;

/** A word moved by so much. */
export const moved = (label: LabelScene, x: number, y: number): LabelScene => ({
  ...label,
  lines: label.lines.map((line) => ({ ...line, x: line.x + x, y: line.y + y })),
  rect: { ...label.rect, x: label.rect.x + x, y: label.rect.y + y },
});

/** The labels on boxes; a room's that its host's line would cut stands under the line, where the room is empty. */
export function offLine(
  labels: readonly LabelScene[],
  { host, boxes }: Pick<HostToLabel, 'host' | 'boxes'>,
): readonly LabelScene[] {
  const line = lineOf(host, boxes);
  const empty = unusedRects(boxes, () => true);
  return labels.map((label) => {
    const { of, rect } = label;
    const room = empty.find(({ box }) => box.id === of[0]);
    const cuts = line.filter((part) => overlaps({ ...part, height: 1 }, rect));
    const y = Math.max(...cuts.map((part) => part.y)) + gap;
    return room && y > rect.y && y + rect.height <= bottom(room.rect) ? moved(label, 0, y - rect.y) : label;
  });
}
