// The line of hosts that have promised more than they have: under it is all that there is, above it what is promised.
import { bottom, contains, right, type Rect } from '../rect';
import type { BoxScene, HostScene } from './scene';

/** Boxes above the line by less are above it by rounding, px. */
export const noise = 0.5;

/** What juts above a host's frame, down to it; null where all is within it. */
export function jutOf(host: HostScene, boxes: readonly BoxScene[]): Rect | null {
  const own = boxes.filter((box) => box.host === host.id && box.build !== 'tile');
  const top = Math.min(host.frame.y, ...own.map(({ exact }) => exact.y));
  return top < host.frame.y - noise ? { ...host.frame, y: top, height: host.frame.y - top } : null;
}

/** Looks of a floor whose memory is in use. */
const inUse: readonly BoxScene['look'][] = ['running', 'suffering', 'starting'];

/**
 * Where memory of a host is in use: of a VM that is given it as it touches it, what it has of it now, whatever its guest
 * believes to have.
 */
export function usedParts(boxes: readonly BoxScene[]): Rect[] {
  const given = boxes.filter(({ filled }) => filled !== undefined);
  const isGiven = (floor: BoxScene) => given.some(({ exact }) => contains(exact, floor.exact));
  return [
    ...given.map(({ exact, filled = 0 }) => ({ ...exact, y: bottom(exact) - filled, height: filled })),
    ...boxes
      .filter((box) => box.build === 'floor' && inUse.includes(box.look) && !isGiven(box))
      .map(({ exact }) => exact),
  ];
}

/** A part of the line from left to right: its height, and the upper edge of the memory that is in use under it. */
export interface LinePart {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly used: number;
}

/** The upper edge of what is in use, from left to right. */
function edgeOf({ frame }: HostScene, used: readonly Rect[]): LinePart[] {
  const ends = used.flatMap((rect) => [rect.x, right(rect)]);
  const within = ends.filter((x) => x > frame.x && x < right(frame));
  const xs = [frame.x, ...within, right(frame)].sort((a, b) => a - b);
  return xs.slice(1).flatMap((end, at) => {
    const x = xs[at] ?? end;
    const middle = (x + end) / 2;
    const here = used.filter((rect) => rect.x < middle && middle < right(rect));
    const top = Math.min(bottom(frame), ...here.map(({ y }) => y));
    return end - x > 0.01 ? [{ x, width: end - x, y: top, used: top }] : [];
  });
}

/**
 * The line of a host that has promised more than it has. Under it lies as much as the host has, and all that is in use:
 * it is level as long as that can be, and higher over those who have more than their part, so lower over all others.
 */
export function lineOf(host: HostScene, boxes: readonly BoxScene[]): LinePart[] {
  if (jutOf(host, boxes) === null) return [];
  const own = boxes.filter((box) => box.host === host.id && box.build !== 'tile');
  const ground = bottom(host.frame);
  const edge = edgeOf(host, usedParts(own));
  let level = host.frame.y;
  for (;;) {
    const higher = edge.filter(({ y }) => y < level);
    const others = edge.filter(({ y }) => y >= level);
    const width = others.reduce((sum, part) => sum + part.width, 0);
    const taken = higher.reduce((sum, part) => sum + part.width * (ground - part.y), 0);
    const left = host.frame.width * host.frame.height - taken;
    const next = width > 0 ? Math.min(ground, ground - left / width) : level;
    if (next - level < 0.001) break;
    level = next;
  }
  const parts: LinePart[] = [];
  for (const part of edge) {
    const y = Math.min(part.y, level);
    const last = parts.at(-1);
    if (last === undefined || Math.abs(last.y - y) > noise) parts.push({ ...part, y });
    else
      parts[parts.length - 1] = {
        ...last,
        width: last.width + part.width,
        used: Math.min(last.used, part.used),
      };
  }
  return parts;
}
