// The cores of a host as cells that fill with the CPU that is granted. Not to scale.
import type { Entity } from '../../sim/engine/view';
import { right, type Rect } from '../rect';
import type { CoreScene } from './scene';

/** A core in micro-cores, as CPU is counted. */
const CORE = 1_000_000;

const widest = 30;
const narrowest = 4;

/** A cell is not made narrower than this for the sake of its caption, px. */
const readable = 10;

/** From the caption of the cells to the first of them, px. */
const captionGap = 10;

/** Left and right of what is on a strip of this width, px. */
const padding = (width: number): number => Math.min(12, width / 8);

/** Between the strip's word and the cells, px. */
const wordGap = 14;

/** What a strip of this width has for its cells, `reserved` px being taken at its left. */
const roomFor = (width: number, reserved: number): number =>
  width - reserved - 2 * padding(width) - (reserved > 0 ? wordGap : 0);

/**
 * Room left of the cells, px: for the strip's word, and for as much of the cells' caption as leaves them readable. On a
 * narrow strip the word gives way to the cells.
 */
export function reservedFor(word: number, captions: readonly number[], cores: number, width: number): number {
  if (roomFor(width, word) < readable) return 0;
  const cellIn = (reserved: number) => roomFor(width, reserved) / cores - 5;
  const ways = captions.map((caption) => word + caption + 2 * captionGap);
  return ways.find((reserved) => cellIn(reserved) >= readable) ?? word;
}

/** Where the caption of cells may stand: up to the first of them, on their strip. */
export function captionRoom(cores: readonly CoreScene[], strip: Rect, from: number): Rect | null {
  const first = cores[0]?.rect;
  if (first === undefined) return null;
  const x = from + captionGap;
  return { ...strip, x, width: first.x - captionGap - x };
}

/** How many cores a host has. */
export const coreCount = ({ context }: Entity): number =>
  typeof context['cores'] === 'number' ? Math.max(1, Math.round(context['cores'])) : 1;

/**
 * Cells from the right end of the strip, leaving `reserved` px at its left for the word. They fill from the left;
 * where a cell for each core would be too narrow, one long cell stands for all.
 */
export function coreCells(host: Entity, strip: Rect, reserved: number): CoreScene[] {
  const cores = coreCount(host);
  const room = roomFor(strip.width, reserved);
  const gap = room / cores >= 20 ? 5 : 2;
  const fitting = Math.min(widest, (room - (cores - 1) * gap) / cores);
  const count = fitting >= narrowest ? cores : 1;
  const width = count === 1 && cores > 1 ? Math.min(room, 200) : fitting;
  if (width < narrowest) return [];
  const height = Math.round(strip.height * 0.54);
  const y = Math.round(strip.y + (strip.height - height) / 2);
  const start = right(strip) - padding(strip.width) - count * width - (count - 1) * gap;
  const granted = (host.cpu.granted / CORE) * (count / cores);
  return Array.from({ length: count }, (_, at) => ({
    rect: { x: start + at * (width + gap), y, width, height },
    used: Math.min(1, Math.max(0, granted - at)),
  }));
}
