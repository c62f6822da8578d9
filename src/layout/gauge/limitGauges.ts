// What limits do to a container, drawn over its box: the cores it gets of those it wants, the pattern of a quota within
// its period, and a line where its memory ends. Only where there is something to tell; a stage is whole without it.
import type { Entity, WorldView } from '../../sim/engine/view';
import { createBoard, type Board } from '../label/board';
import { noteIn } from '../label/notes';
import { bottom, grow, right, type Rect } from '../rect';
import type { BoxScene, HostScene, LabelScene, StageScene } from '../stage/scene';
import { cellHeight, cpuCells, type CellScene } from './cpuGauge';

/** What is said over a container, in several lengths. */
export interface LimitWords {
  /** `2 of 12 cores`, with what divides them. */
  cpu(container: Entity): readonly string[];
  /** `runs 25 ms of 100 ms`. Microseconds. */
  period(runs: number, of: number): readonly string[];
  /** `limit 1 GiB`. */
  memory(bytes: number): readonly string[];
}

/** The gauges of one container. */
export interface LimitScene {
  readonly container: string;
  readonly cells: readonly CellScene[];
  /** A period from left to right: the part in which it runs, and that in which it is stopped. */
  readonly period: { readonly runs: Rect; readonly stopped: Rect } | null;
  /** Where its memory ends, as an upright or a lying line of no height. */
  readonly limit: Rect | null;
  readonly labels: readonly LabelScene[];
}

const CORE = 1_000_000;
const usualWeight = 100;
const stripHeight = 8;
const gap = 3;
/** A core with the gap beside it, px. */
const cellWidth = 46;
/** A gauge narrower than this is not drawn, px. */
const narrowest = 40;
const widest = 220;

const number = ({ context }: Entity, field: string): number => Number(context[field] ?? 0);

/** Whether a container has limits, another weight than usual, or less CPU than it wants. */
export function hasLimits(box: Entity): boolean {
  return (
    number(box, 'cpuLimitMicro') > 0 ||
    number(box, 'weight') !== usualWeight ||
    box.memory.size !== null ||
    box.cpu.granted < box.cpu.wanted
  );
}

/** The cores that it wants as cells: filled as far as it gets them, hollow as far as it does not. */
function cellsOf({ cpu, ...box }: Entity, strip: Rect): CellScene[] {
  const wanted = Math.max(cpu.wanted, cpu.granted);
  if (wanted === 0) return [];
  const context = { vcpus: Math.ceil(wanted / CORE) };
  return cpuCells({ ...box, context, cpu: { ...cpu, stolen: wanted - cpu.granted } }, strip);
}

function limitLine(box: Entity, { exact }: BoxScene, { scale, frame }: HostScene): Rect | null {
  if (box.memory.size === null || exact.width <= 0) return null;
  const y = bottom(exact) - (box.memory.size * scale) / exact.width;
  return y < frame.y ? null : { x: exact.x, y, width: exact.width, height: 0 };
}

function gaugeOf(
  drawn: BoxScene,
  box: Entity,
  host: HostScene,
  view: WorldView,
  board: Board,
  words: LimitWords,
  textSize: number,
): LimitScene {
  const style = { size: Math.min(14, textSize), smallest: Math.min(12, textSize) };
  const lineHeight = style.size * 1.5;
  const limit = limitLine(box, drawn, host);
  const labels: LabelScene[] = [];
  let ground = Math.min(drawn.drawn.y, limit?.y ?? Infinity) - gap;
  const width = Math.min(widest, drawn.drawn.width);
  const isNarrow = width < narrowest;
  /** The next strip upwards, or null where something stands there already. */
  const strip = (height: number, wanted: number): Rect | null => {
    const rect = { x: drawn.drawn.x + 2, y: ground - height, width: Math.min(width - 4, wanted), height };
    if (isNarrow || rect.y < host.frame.y || !board.isFree(rect)) return null;
    board.take(rect);
    ground -= height + gap;
    return rect;
  };
  const note = (key: string, texts: readonly string[]) => {
    const place = {
      x: drawn.drawn.x,
      y: ground - lineHeight,
      width: Math.min(right(host.frame), drawn.drawn.x + Math.max(width, drawn.drawn.width)) - drawn.drawn.x,
      height: lineHeight,
    };
    if (place.y < host.frame.y) return;
    for (const text of texts) {
      const label = noteIn(`${key} ${box.id}`, 'reserved', box.id, [place], [text], board, style);
      if (label === null) continue;
      labels.push(label);
      ground -= lineHeight;
      return;
    }
  };
  if (limit !== null && box.memory.size !== null) note('limit', words.memory(box.memory.size));
  const cellStrip =
    box.cpu.wanted === 0 ? null : strip(cellHeight, Math.ceil(box.cpu.wanted / CORE) * cellWidth);
  const cells = cellStrip === null ? [] : cellsOf(box, cellStrip);
  if (cells.length > 0) note('cpu', words.cpu(box));
  const pattern = view.periodOf(box.id);
  const bar = pattern === null || pattern.throttled === 0 ? null : strip(stripHeight, widest);
  if (bar === null || pattern === null) return { container: box.id, cells, period: null, limit, labels };
  const runs = (bar.width * pattern.runsMicros) / pattern.periodMicros;
  note('period', words.period(pattern.runsMicros, pattern.periodMicros));
  const period = {
    runs: { ...bar, width: runs },
    stopped: { ...bar, x: bar.x + runs, width: bar.width - runs },
  };
  return { container: box.id, cells, period, limit, labels };
}

/** The gauges of all containers of a scene that have limits; nothing is written on what is `taken`. Pure. */
export function layoutLimits(
  scene: StageScene,
  view: WorldView,
  words: LimitWords,
  taken: readonly Rect[] = [],
): LimitScene[] {
  const board = createBoard();
  taken.forEach((rect) => board.take(grow(rect, 1)));
  scene.labels.forEach(({ rect }) => board.take(rect));
  scene.tiles.forEach(({ rect }) => board.take(rect));
  scene.boxes.forEach(({ id, drawn }) => {
    if (id.startsWith('process/')) board.take(drawn);
  });
  return scene.boxes.flatMap((drawn) => {
    const box = view.get(drawn.id);
    const host = scene.hosts.find(({ id }) => id === drawn.host);
    if (box?.kind !== 'container' || !host || !box.tags.includes('up') || !hasLimits(box)) return [];
    return [gaugeOf(drawn, box, host, view, board, words, scene.textSize)];
  });
}
