// The top line itself, as it is drawn: over all that juts above it.
import { bottom, right, type Rect } from '../rect';
import type { BoxScene, HostScene } from './scene';
import { jutOf, noise, unusedParts } from './topLine';

/** A part of a host's top line, and whether memory in use is drawn across it. */
export interface TopLine {
  readonly rect: Rect;
  readonly isCrossed: boolean;
}

/** All of the top line of a host that juts, from left to right; each part as high as what is above it. */
export function topLines(host: HostScene, boxes: readonly BoxScene[]): TopLine[] {
  const jut = jutOf(host, boxes);
  if (jut === null) return [];
  const line = { ...jut, y: bottom(jut) - 1, height: 2 };
  const parts: TopLine[] = [];
  let { x } = line;
  for (const part of [...unusedParts(line, boxes), { x: right(line), width: 0 }]) {
    if (part.x - x > noise) parts.push({ rect: { ...jut, x, width: part.x - x }, isCrossed: true });
    if (part.width > 0) parts.push({ rect: { ...jut, x: part.x, width: part.width }, isCrossed: false });
    x = part.x + part.width;
  }
  return parts;
}
