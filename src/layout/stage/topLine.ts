// The top line of hosts that have promised more than they have: what is above it is promised, and not there.
import type { Rect } from '../rect';
import type { BoxScene, HostScene } from './scene';

/** Boxes above the line by less are above it by rounding, px. */
const noise = 0.5;

/** What juts above a host's top line, down to that line; null where all is within it. */
export function jutOf(host: HostScene, boxes: readonly BoxScene[]): Rect | null {
  const own = boxes.filter((box) => box.host === host.id && box.build !== 'tile');
  const top = Math.min(host.frame.y, ...own.map(({ exact }) => exact.y));
  return top < host.frame.y - noise ? { ...host.frame, y: top, height: host.frame.y - top } : null;
}
