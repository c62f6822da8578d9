// What limits do to a container, drawn over its box: the cores it gets of those it wants, the pattern of a quota within
// its period, and a line where its memory ends. Only where there is something to tell; a stage is whole without it.
import type { Entity, WorldView } from '../../sim/engine/view';
import { createBoard, type Board } from '../label/board';
import { air, noteIn } from '../label/notes';
import { bottom, grow, right, type Rect } from '../rect';
import type { BoxScene, HostScene, LabelScene, StageScene } from '../stage/scene';
import { cellGap, cellHeight, cpuCells, type CellScene } from './cpuGauge';
import { hasLimits, usualWeight } from './hasLimits';
import { memoryLines, showsLimits } from './memoryLimits';

/** What is said over a container, in several lengths. */
export interface LimitWords {
  /** `2 cores, wants 12`, with what divides them. */
  cpu(container: Entity): readonly string[];
  /** `runs 25 ms of 100 ms`. Microseconds. */
  period(runs: number, of: number): readonly string[];
  /** `limit 1 GiB`. */
  memory(bytes: number): readonly string[];
  /** `memory.high 1 GiB`. */
  high(bytes: number): readonly string[];
}

/** The gauges of one container. */
export interface LimitScene {
  readonly container: string;
  readonly cells: readonly CellScene[];
  /** A period from left to right: the part in which it runs, and that in which it is stopped. */
  readonly period: { readonly runs: Rect; readonly stopped: Rect } | null;
  /** Where its memory ends, as a lying line of no height. */
  readonly limit: Rect | null;
  /** What is drawn of that line: it goes through no word. */
  readonly line: readonly Rect[];
  readonly labels: readonly LabelScene[];
}

const CORE = 1_000_000;
/** Where words over a bar stand along it, the best first. */
const fromStart = [0, 1 / 4, 1 / 2, 3 / 4, 1];

const stripHeight = 8;
const gap = 3;
/** A core with the gap beside it, where all have room for theirs, px. */
const widestCore = 46;
/** Words narrower than this are not written, px. */
const narrowest = 20;
const widest = 220;
/** A host's memory is usually so high at the most, px. */
const usualFrame = 220;
/** How far a gauge is moved up where something is written already, and by how much at a time, px. */
const climb = 60;
/** From this size on the words of a stage are read from the back row, px. */
const PROJECTED = 17;
const step = 4;

const number = ({ context }: Entity, field: string): number => Number(context[field] ?? 0);

const isWeighed = (box: Entity | undefined): boolean =>
  box?.kind === 'container' && number(box, 'weight') !== usualWeight;

/** Whether it has a weight of its own, or shares its floor with one that has: also where that wants nothing now. */
const areWeighed = (box: Entity, view: WorldView): boolean =>
  isWeighed(box) || (view.get(box.standsOn ?? '')?.holds ?? []).some((id) => isWeighed(view.get(id)));

/** Whether the CPU that it gets is worth a picture: others or a quota leave it less than it wants, or weights divide it. */
const isDivided = (box: Entity, view: WorldView): boolean =>
  box.cpu.wanted > 0 && (box.cpu.granted < box.cpu.wanted || areWeighed(box, view));

/** As many cores as it would run on, or runs on, in whole ones. */
const coresOf = ({ cpu }: Entity): number => Math.ceil(Math.max(cpu.wanted, cpu.granted) / CORE);

/** Where gauges over a box begin: the ground under words at the edge of the host would hide its frame. */
const startOver = ({ drawn }: BoxScene, { frame }: HostScene): number => Math.max(drawn.x + 2, frame.x + 4);

/** Room for a gauge over a box, px. */
const roomOver = (over: BoxScene, host: HostScene): number =>
  Math.min(widest * timesOn(host), right(over.drawn) - 2 - startOver(over, host));

/** How many times as large gauges and their words are on a high host as on a usual one, so that they are no smaller part of it. */
const timesOn = ({ frame }: HostScene): number => Math.min(2, Math.max(1, frame.height / usualFrame));

/** The cores that it wants as cells: filled as far as it gets them, hollow as far as it does not. */
function cellsOf({ cpu, ...box }: Entity, strip: Rect): CellScene[] {
  const wanted = Math.max(cpu.wanted, cpu.granted);
  const context = { vcpus: Math.ceil(wanted / CORE) };
  const cells = cpuCells({ ...box, context, cpu: { ...cpu, stolen: wanted - cpu.granted } }, strip);
  // What it does not want of its last core is no part of it.
  return cells.map(({ rect, used, stolen }) => {
    const part = Math.max(used + stolen, 0.1);
    return { rect: { ...rect, width: rect.width * part }, used: used / part, stolen: stolen / part };
  });
}

/** The parts of a lying line between the words that it would go through. */
function besideWords(line: Rect, written: readonly Rect[]): Rect[] {
  const words = written
    .map((rect) => grow(rect, gap))
    .filter((rect) => rect.y < line.y && bottom(rect) > line.y)
    .sort((a, b) => a.x - b.x);
  const parts: Rect[] = [];
  let { x } = line;
  for (const word of [...words, { ...line, x: right(line), width: 0 }]) {
    const end = Math.min(word.x, right(line));
    if (end > x) parts.push({ ...line, x, width: end - x });
    x = Math.max(x, right(word));
  }
  return parts;
}

/** Places upwards from the top of a box, one after the other, as far as they are free. */
class Stack {
  readonly #board: Board;
  readonly #top: number;
  #ground: number;

  constructor(board: Board, ground: number, top: number) {
    this.#board = board;
    this.#ground = ground;
    this.#top = top;
  }

  /** Goes on from this height, where it is not above that already. */
  rise(foot = Infinity): void {
    this.#ground = Math.min(this.#ground, foot);
  }

  /** Where what is tried finds no place, the next is looked for from here again. */
  tryPlace(isPlaced: () => boolean): boolean {
    const from = this.#ground;
    const isThere = isPlaced();
    if (!isThere) this.#ground = from;
    return isThere;
  }

  /** A place of this size from `x`, at most `climb` above where the last one ended; null where there is none as wide as `least`. */
  place(x: number, width: number, height: number, least = narrowest): Rect | null {
    for (let up = 0; up <= climb; up += step) {
      const rect = { x, y: this.#ground - height - up, width, height };
      if (rect.y < this.#top || width < least) return null;
      if (!this.#board.isFree(rect)) continue;
      this.#ground = rect.y - gap;
      return rect;
    }
    return null;
  }
}

/** What the gauges of a scene have in common. */
interface Drawing {
  readonly view: WorldView;
  readonly board: Board;
  readonly words: LimitWords;
  readonly textSize: number;
  readonly scene: StageScene;
  /** Where words and counts stand: no line goes through them. */
  readonly written: readonly Rect[];
  /** Width of a core with the gap beside it, the same over all boxes: bars are compared, px. */
  readonly core: number;
  /** How high bars begin at the most, by row: those of boxes as high as each other stand on one line. */
  readonly feet: ReadonlyMap<string, number>;
}

/** Boxes side by side on one floor that are as high as each other have one key. */
const rowOf = ({ parent, drawn }: BoxScene): string => `${parent} ${Math.round(drawn.y)}`;

function gaugeOf(over: BoxScene, box: Entity, host: HostScene, drawing: Drawing): LimitScene {
  const { drawn, exact, id } = over;
  const { view, board, words, textSize, core } = drawing;
  // On a projector no word is smaller than the stage's own.
  const times = timesOn(host);
  const style =
    textSize <= PROJECTED ? { size: 14 * times, smallest: 12 } : { size: textSize, smallest: textSize };
  const { limit, high } = memoryLines(box, exact, host);
  const line = [limit, high].flatMap((each) => (each === null ? [] : besideWords(each, drawing.written)));
  const highest = Math.min(drawn.y, limit?.y ?? Infinity, high?.y ?? Infinity);
  const stack = new Stack(board, highest - gap, host.frame.y);
  const x = startOver(over, host);
  const width = roomOver(over, host);
  const labels: LabelScene[] = [];
  const note = (
    key: string,
    places: readonly (Rect | null)[],
    texts: readonly string[],
    alongs?: readonly number[],
    sizes = style,
  ) => {
    const there = places.filter((place) => place !== null);
    for (const text of texts) {
      const label = noteIn(`${key} ${id}`, 'reserved', id, there, [text], board, sizes, 4, alongs);
      if (label === null) continue;
      const atStart = label.lines.map((each) => ({ ...each, x: label.rect.x }));
      labels.push(alongs ? { ...label, lines: atStart, align: 'start' } : label);
      return true;
    }
    return false;
  };
  const place = (lines = 1) => stack.place(x, width, style.size * 1.5 * lines);
  const tell = (key: string, { y }: Rect, texts: readonly string[]) => {
    const under = { x: drawn.x, y: y + 2, width: drawn.width, height: drawn.y - y - 4 };
    // Where a count stands under the line, over it.
    if (under.height <= style.size * 1.5 || !note(key, [under], texts)) note(key, [place()], texts);
  };
  if (limit !== null && box.memory.size !== null) tell('limit', limit, words.memory(box.memory.size));
  if (high !== null) tell('high', high, words.high(number(box, 'memoryHighBytes')));
  /** What is said of a bar begins where that does: the whole of it in two lines rather than less of it in one. */
  const noteOver = (key: string, texts: readonly string[]) => {
    const inLines = (lines: number, said: readonly string[]) =>
      stack.tryPlace(() => {
        const over = place(lines);
        // Larger words keep as much farther from those of the next box.
        const apart = (times - 1) * 14;
        const from = over && { ...over, x: over.x - air, width: over.width + air - apart };
        return note(key, [from], said, fromStart, lines > 1 ? { ...style, size: style.smallest } : style);
      });
    const whole = texts.slice(0, 1);
    return inLines(1, whole) || inLines(2, whole) || inLines(1, texts);
  };
  const given = { container: id, cells: [], period: null, limit, line, labels };
  const bars = coresOf(box) * core - cellGap;
  if (isDivided(box, view)) stack.rise(drawing.feet.get(rowOf(over)));
  const strip = isDivided(box, view) ? stack.place(x, bars, cellHeight * times, 1) : null;
  const cells = strip === null ? [] : cellsOf(box, strip);
  cells.forEach(({ rect }) => board.take(rect));
  if (cells.length > 0) noteOver('cpu', words.cpu(box));
  const pattern = view.periodOf(id);
  const bar = pattern === null || pattern.throttled === 0 ? null : stack.place(x, width, stripHeight * times);
  if (bar === null || pattern === null) return { ...given, cells };
  board.take(bar);
  const runs = (bar.width * pattern.runsMicros) / pattern.periodMicros;
  noteOver('period', words.period(pattern.runsMicros, pattern.periodMicros));
  const stopped = { ...bar, x: bar.x + runs, width: bar.width - runs };
  return { ...given, cells, period: { runs: { ...bar, width: runs }, stopped } };
}

/** Where nothing is written yet over the boxes of a scene, but for what is on it and what is `taken`. */
function emptyBoard(scene: StageScene, taken: readonly Rect[]): Board {
  const board = createBoard();
  taken.forEach((rect) => board.take(grow(rect, 1)));
  scene.labels.forEach(({ rect }) => board.take(rect));
  scene.tiles.forEach(({ rect }) => board.take(rect));
  scene.boxes.filter(({ id }) => id.startsWith('process/')).forEach(({ drawn }) => board.take(drawn));
  return board;
}

/** The highest foot of the bars of each row. */
function feetOf(gauges: readonly LimitScene[], scene: StageScene): ReadonlyMap<string, number> {
  const feet = new Map<string, number>();
  for (const { container, cells } of gauges) {
    const over = scene.boxes.find(({ id }) => id === container);
    const [cell] = cells;
    if (over === undefined || cell === undefined) continue;
    const row = rowOf(over);
    feet.set(row, Math.min(bottom(cell.rect), feet.get(row) ?? Infinity));
  }
  return feet;
}

/**
 * The gauges of all containers of a scene that have limits; nothing is written on what is `taken`. They tell what is, and
 * so they are there while a prediction is open, too. Pure.
 */
export function layoutLimits(
  scene: StageScene,
  view: WorldView,
  words: LimitWords,
  taken: readonly Rect[] = [],
): LimitScene[] {
  const limited = scene.boxes.flatMap((drawn) => {
    const box = view.get(drawn.id);
    const host = scene.hosts.find(({ id }) => id === drawn.host);
    if (box === undefined || !host || !showsLimits(box)) return [];
    const isTold = hasLimits(box) || isDivided(box, view);
    return isTold ? [{ drawn, box, host }] : [];
  });
  const divided = limited.filter(({ box }) => isDivided(box, view));
  const times = Math.min(...limited.map(({ host }) => timesOn(host)));
  const cores = divided.map(({ drawn, box, host }) => roomOver(drawn, host) / coresOf(box));
  const core = Math.min((widestCore - cellGap) * times + cellGap, ...cores);
  const written = [...scene.labels.map(({ rect }) => rect), ...taken];
  const draw = (feet: ReadonlyMap<string, number>) => {
    const board = emptyBoard(scene, taken);
    const { textSize } = scene;
    const drawing = { view, board, words, textSize, scene, written, core, feet };
    return limited.map(({ drawn, box, host }) => gaugeOf(drawn, box, host, drawing));
  };
  const first = draw(new Map());
  return divided.length < 2 ? first : draw(feetOf(first, scene));
}
