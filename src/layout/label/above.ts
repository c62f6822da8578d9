// The white above a host, right of what stands outside it: for what has no place in its memory.
import { bottom, right, type Rect } from '../rect';
import type { HostToLabel } from './labelHost';
import { headerLine } from './header';

/** Between what stands there and the white that is left, px. */
const air = 12;

/** What is white between the name of a host and its highest box. */
export function aboveHost({ host: { area, frame }, boxes, style, lines }: HostToLabel): Rect[] {
  const outside = boxes.filter(({ build }) => build === 'tile').map(({ drawn }) => drawn);
  const inside = boxes.filter(({ build }) => build !== 'tile').map(({ exact }) => exact.y);
  const x = Math.max(frame.x, ...outside.map((rect) => right(rect) + air));
  const y = area.y + lines * headerLine(style.size);
  const foot = Math.min(frame.y, ...inside);
  const beside = { x, y, width: right(frame) - x, height: foot - y };
  const under = Math.max(y, ...outside.map((rect) => bottom(rect) + air / 2));
  return [beside, { ...frame, y: under, height: foot - under }].filter(
    ({ width, height }) => width > 0 && height > 0,
  );
}
