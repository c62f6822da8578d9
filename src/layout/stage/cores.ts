// The cores of a host as cells that fill with the CPU that is granted. Not to scale.
import type { Entity } from '../../sim/engine/view';
import { right, type Rect } from '../rect';
import type { CoreScene } from './scene';

/** A core in micro-cores, as CPU is counted. */
const CORE = 1_000_000;

const widest = 30;
const narrowest = 4;

/**
 * Cells from the right end of the strip, leaving `reserved` px at its left for the word. They fill from the left;
 * where a cell for each core would be too narrow, one long cell stands for all.
 */
export function coreCells(host: Entity, strip: Rect, reserved: number): CoreScene[] {
  const cores =
    typeof host.context['cores'] === 'number' ? Math.max(1, Math.round(host.context['cores'])) : 1;
  const room = strip.width - reserved - 24 - 14;
  const gap = room / cores >= 20 ? 5 : 2;
  const fitting = Math.min(widest, (room - (cores - 1) * gap) / cores);
  const count = fitting >= narrowest ? cores : 1;
  const width = count === 1 && cores > 1 ? Math.min(room, 200) : fitting;
  if (width < narrowest) return [];
  const height = Math.round(strip.height * 0.54);
  const y = Math.round(strip.y + (strip.height - height) / 2);
  const start = right(strip) - 12 - count * width - (count - 1) * gap;
  const granted = (host.cpu.granted / CORE) * (count / cores);
  return Array.from({ length: count }, (_, at) => ({
    rect: { x: start + at * (width + gap), y, width, height },
    used: Math.min(1, Math.max(0, granted - at)),
  }));
}
