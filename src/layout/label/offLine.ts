// Names of VMs that the line of their host would go through stand right under it.
import { bottom, contains, right } from '../rect';
import type { LabelScene } from '../stage/scene';
import { lineOf } from '../stage/topLine';
import type { HostToLabel } from './labelHost';

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
  return labels.map((label) => {
    const { of, rect } = label;
    const room = boxes.find(({ id, build }) => id === of[0] && build === 'room');
    const cuts = line.flatMap(({ x, width, y }) =>
      x < right(rect) && x + width > rect.x && y > rect.y - 1 && y < bottom(rect) + 1 ? y : [],
    );
    if (room === undefined || cuts.length === 0) return label;
    const inside = boxes.filter(({ id, exact }) => id !== room.id && contains(room.exact, exact));
    const foot = Math.min(bottom(room.exact), ...inside.map(({ exact }) => exact.y));
    const down = Math.max(...cuts) + gap - rect.y;
    return bottom(rect) + down > foot ? label : moved(label, 0, down);
  });
}
