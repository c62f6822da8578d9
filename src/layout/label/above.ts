// The white above a host, right of what stands outside it and between the words of its header: for what has no place in
// its memory.
import { bottom, overlaps, right, type Rect } from '../rect';
import type { LabelScene } from '../stage/scene';
import type { HostToLabel } from './labelHost';
import { headerLine } from './header';

/** Between what stands there and the white that is left, px. */
const air = 12;

/** A line of words is so much lower than what lies in it, above and below, px. */
const over = 5;

/** What is white between the header of a host and its highest box: beside what waits outside, and under that. */
function overTop({ host: { area, frame }, boxes, style, lines }: HostToLabel): readonly Rect[] {
  const outside = boxes.filter(({ build }) => build === 'tile').map(({ drawn }) => drawn);
  const inside = boxes.filter(({ build }) => build !== 'tile').map(({ exact }) => exact.y);
  const x = Math.max(frame.x, ...outside.map((rect) => right(rect) + air));
  const y = area.y + lines * headerLine(style.size);
  const foot = Math.min(frame.y, ...inside);
  const beside = { x, y, width: right(frame) - x, height: foot - y };
  const under = Math.max(y, ...outside.map((rect) => bottom(rect) + air / 2));
  return [beside, { ...frame, y: under, height: foot - under }];
}

/** What is white between the words on the first line of a header. */
function inHeader({ host: { area }, style }: HostToLabel, headers: readonly LabelScene[]): Rect {
  const line = { ...area, height: headerLine(style.size) };
  const words = headers.map(({ rect }) => rect).filter((rect) => overlaps(rect, line));
  const ends = words.filter((rect) => rect.x < area.x + area.width / 2).map(right);
  const x = Math.max(area.x, ...ends) + air;
  const starts = words.filter((rect) => rect.x >= x).map((rect) => rect.x - air);
  return {
    x,
    y: line.y - over,
    width: Math.min(right(area), ...starts) - x,
    height: line.height + 2 * over,
  };
}

/** What is white over several hosts that stand side by side. */
function overAll(scenes: readonly HostToLabel[]): Rect {
  const under = scenes.map((scene) => overTop(scene)[1]!);
  const x = Math.min(...under.map((rect) => rect.x));
  const y = Math.max(...under.map((rect) => rect.y));
  const width = Math.max(...under.map(right)) - x;
  return { x, y, width, height: Math.min(...under.map(bottom)) - y };
}

/** A white place, and how many times as wide as high at most what lies there is. */
export interface White {
  readonly rect: Rect;
  readonly flattest: number;
}

/** Right over a host: flatter, it would look like memory that juts out. */
const flat = 4;

/** White places above a host in groups, the best first; the third is that of all hosts in its row, the last a narrow one. */
export function aboveHost(
  scene: HostToLabel,
  scenes: readonly HostToLabel[],
  headers: readonly LabelScene[],
): readonly (readonly White[])[] {
  const row = scenes.filter(({ host }) => host.area.y === scene.host.area.y);
  const flatOver = (rect: Rect) => ({ rect, flattest: flat });
  const top = overTop(scene);
  const narrow = top.map((rect) => ({
    rect: { ...rect, y: rect.y - over, height: rect.height + over },
    flattest: Infinity,
  }));
  return [
    top.map(flatOver),
    [{ rect: inHeader(scene, headers), flattest: Infinity }],
    [flatOver(overAll(row))],
    narrow,
  ];
}
