// The top line of hosts that have promised more than they have: what is above it is promised, and not there.
import { bottom, overlaps, right, type Rect } from '../rect';
import type { BoxScene, HostScene } from './scene';

/** Boxes above the line by less are above it by rounding, px. */
export const noise = 0.5;

/** What juts above a host's top line, down to that line; null where all is within it. */
export function jutOf(host: HostScene, boxes: readonly BoxScene[]): Rect | null {
  const own = boxes.filter((box) => box.host === host.id && box.build !== 'tile');
  const top = Math.min(host.frame.y, ...own.map(({ exact }) => exact.y));
  return top < host.frame.y - noise ? { ...host.frame, y: top, height: host.frame.y - top } : null;
}

/** Looks of a floor whose memory is in use. */
const inUse: readonly BoxScene['look'][] = ['running', 'suffering', 'starting'];

/** Where a box shows memory that is in use. */
function usedPart({ build, look, exact, filled = 0 }: BoxScene): Rect[] {
  if (build === 'room' && filled > 0) return [{ ...exact, y: bottom(exact) - filled, height: filled }];
  return build === 'floor' && inUse.includes(look) ? [exact] : [];
}

/**
 * What is left of a strip from left to right where no floor is in use: memory that a guest uses is there, wherever it
 * is drawn.
 */
export function unusedParts(strip: Rect, boxes: readonly BoxScene[]): Rect[] {
  const used = boxes
    .flatMap(usedPart)
    .filter((rect) => overlaps(rect, strip))
    .sort((a, b) => a.x - b.x);
  const parts: Rect[] = [];
  let { x } = strip;
  for (const floor of [...used, { ...strip, x: right(strip), width: 0 }]) {
    if (floor.x - x > noise) parts.push({ ...strip, x, width: floor.x - x });
    x = Math.max(x, right(floor));
  }
  return parts;
}
