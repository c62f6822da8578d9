// What each VM gets: its virtual CPUs and where its memory is, drawn in the hollow of its room. Apart from the scene,
// over which it is laid: a stage is whole without it.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import { createBoard, type Board } from '../label/board';
import { noteIn } from '../label/notes';
import { around, bottom, grow, overlaps, right, type Rect } from '../rect';
import type { BoxScene, LabelScene, StageScene } from '../stage/scene';
import { sizesOf, type TextStyle } from '../stage/textStyle';
import { lineOf, type LinePart } from '../stage/topLine';
import { cellHeight, cpuCells, type CellScene } from './cpuGauge';
import { memoryPieces, type BandKind, type PieceKind, type PieceScene } from './memoryGauge';
import { togetherNotes } from './together';

/** What is said beside a gauge, in several lengths. */
export interface GaugeWords {
  /** `1.33 of 1.5 cores`: of what its virtual CPUs could run. Micro-cores. */
  cpu(granted: number, runnable: number): readonly string[];
  /** `balloon 2.9 GiB`. */
  memory(kind: PieceKind, bytes: number): readonly string[];
  /** The same of several VMs together, where none has room for it: `balloons: 17 GiB`; null: not of all that there are. */
  together(kind: BandKind, bytes: number | null): readonly string[];
}

/** What is laid over a stage: the gauges of its VMs, and what is said of several of them together. */
export interface GaugesScene {
  readonly gauges: readonly GaugeScene[];
  readonly notes: readonly LabelScene[];
}

/** The gauges of one VM. */
export interface GaugeScene {
  readonly vm: EntityId;
  readonly cells: readonly CellScene[];
  readonly pieces: readonly PieceScene[];
  /** What is painted of what is swapped out: all of it but for the words of its programs; no line goes through any word. */
  readonly swapped: { readonly ground: readonly Rect[]; readonly lined: readonly Rect[] };
  readonly labels: readonly LabelScene[];
}

/** From the edges of a room to its gauges, px. */
const inset = 4;
/** A note is not farther from the cells that it is about, and no nearer to the next one, in lines of its type. */
const near = 4;
const apart = 0.5;

/** The hollow of a room: above all that stands in it, under its name. */
function hollowOf(room: BoxScene, { boxes, labels }: StageScene): Rect {
  const inside = boxes.filter((box) => box.parent === room.id || isWithin(box, room));
  const foot = Math.min(bottom(room.drawn), ...inside.map(({ drawn }) => drawn.y));
  const names = labels.filter(
    ({ of, role, rect }) => role === 'name' && of.includes(room.id) && bottom(rect) <= foot,
  );
  const head = Math.max(room.drawn.y, ...names.map(({ rect }) => bottom(rect)));
  return {
    x: room.drawn.x + inset,
    y: head + 1,
    width: room.drawn.width - 2 * inset,
    height: Math.max(0, foot - head - 2),
  };
}

/** Over the programs that fill a room, in its middle and beside its lane, if it has one. */
function overPrograms(room: BoxScene, { boxes }: StageScene, pieces: readonly PieceScene[]): Rect {
  const programs = boxes.filter((box) => box.id.startsWith('process/') && isWithin(box, room));
  const all = around(programs.map(({ drawn }) => drawn)) ?? { ...room.drawn, height: 0 };
  const { x, width } = room.drawn;
  const lanes = pieces.filter(({ kind }) => isLane(kind)).map(({ rect }) => right(rect) - x);
  const aside = inset + Math.max(0, ...lanes);
  return {
    ...{ x: x + aside, width: width - 2 * aside },
    ...{ y: all.y + inset, height: Math.max(0, all.height - 2 * inset) },
  };
}

const isLane = (kind: PieceKind): kind is 'merged' => kind === 'merged';

/** On a program words need no halo. */
const onProgram = (label: LabelScene): LabelScene => ({ ...label, ground: 'none', tone: 'on-light' });

const isWithin = ({ exact, id }: BoxScene, room: BoxScene): boolean =>
  id !== room.id &&
  exact.x >= room.exact.x - 0.5 &&
  exact.x + exact.width <= room.exact.x + room.exact.width + 0.5 &&
  exact.y >= room.exact.y - 0.5 &&
  bottom(exact) <= bottom(room.exact) + 0.5;

/** What is left of a rectangle beside another. */
function without(rect: Rect, hole: Rect): Rect[] {
  if (!overlaps(rect, hole)) return [rect];
  const top = Math.max(rect.y, hole.y);
  const foot = Math.min(bottom(rect), bottom(hole));
  const row = { ...rect, y: top, height: foot - top };
  return [
    { ...rect, height: top - rect.y },
    { ...rect, y: foot, height: bottom(rect) - foot },
    { ...row, width: hole.x - rect.x },
    { ...row, x: right(hole), width: right(rect) - right(hole) },
  ].filter(({ width, height }) => width > 0 && height > 0);
}

/** The cells of a VM where nothing is written: as high in its hollow as may be; none where there is no such place. */
function freeCells(vm: Entity, hollow: Rect, board: Board): readonly CellScene[] {
  for (let y = hollow.y; y + cellHeight <= bottom(hollow); y += cellHeight / 2) {
    const cells = cpuCells(vm, { ...hollow, y, height: cellHeight });
    if (cells.every(({ rect }) => board.isFree(rect))) return cells;
  }
  return [];
}

/** Sizes of what is said beside gauges. */
function noteStyle({ textSize }: StageScene): TextStyle {
  if (textSize > 17) return { size: textSize, smallest: textSize };
  return { size: Math.min(13, textSize), smallest: Math.min(12, textSize) };
}

/** What of a piece lies under the line of its host; all of it where the line does not cross it. */
function underLine(piece: Rect, lines: readonly LinePart[]): Rect {
  const middle = piece.x + piece.width / 2;
  const line = lines.find(
    ({ x, width, y }) => x < middle && middle < x + width && y > piece.y && y < bottom(piece),
  );
  const y = line?.y ?? piece.y;
  return { ...piece, y, height: bottom(piece) - y };
}

function gaugeOf(
  room: BoxScene,
  vm: Entity,
  scene: StageScene,
  board: Board,
  words: GaugeWords,
  lines: readonly LinePart[],
): GaugeScene {
  const empty = hollowOf(room, scene);
  // A room that is full has no hollow: then its gauge stands over what fills it.
  const isFull = empty.height < cellHeight + 2;
  const big = noteStyle(scene);
  const pieces = memoryPieces(vm, room.exact);
  const hollow = isFull ? overPrograms(room, scene, pieces) : empty;
  const band = pieces.find(({ kind }) => kind === 'swapped')?.rect;
  const note = (key: string, places: readonly Rect[], texts: readonly string[]) => {
    for (const text of texts) {
      const label = noteIn(`${key} ${room.id}`, 'reserved', room.id, places, [text], board, big);
      if (label === null) continue;
      const { y, height } = label.rect;
      const clear = apart * label.size;
      board.take({ ...label.rect, y: y - clear, height: height + 2 * clear });
      const isOnSwapped = band !== undefined && overlaps(band, label.rect);
      return [isFull && !isOnSwapped ? onProgram(label) : label];
    }
    return [];
  };
  const cells = freeCells(vm, hollow, board);
  cells.forEach(({ rect }) => board.take(grow(rect, 1)));
  const under = Math.max(hollow.y, ...cells.map(({ rect }) => bottom(rect) + 1));
  const below = { ...hollow, y: under, height: Math.max(0, bottom(hollow) - under) };
  // No word lies across the edge of what was freed or given back.
  for (const { kind, rect } of pieces)
    if (!isLane(kind)) for (const y of [rect.y, bottom(rect)]) board.take({ ...rect, y: y - 1, height: 2 });
  const runnable = vm.cpu.granted + vm.cpu.stolen;
  const within = (lines: number) => ({ ...below, height: Math.min(below.height, big.size * lines) });
  // Right above the line that what is swapped out ends at; it comes first, for the cells show what the CPU is.
  const atFoot = ({ y, height }: Rect, lines: number) => {
    const most = Math.min(big.size * lines, y + height - Math.max(under, y));
    return { ...hollow, y: y + height - 2 - most, height: Math.max(0, most) };
  };
  const out = pieces.flatMap(({ kind, bytes, rect }) =>
    kind === 'swapped' ? note(kind, [atFoot(rect, 1.5), atFoot(rect, 2.8)], words.memory(kind, bytes)) : [],
  );
  // Right under its cells, so that the figures of all VMs are on one line, whatever is written below some of them.
  const told =
    cells.length === 0
      ? []
      : note('cpu', [within(1.5), within(2.8), within(near)], words.cpu(vm.cpu.granted, runnable));
  const said = pieces.flatMap(({ kind, bytes, rect }) => {
    if (kind === 'swapped') return out;
    const all = { ...rect, x: hollow.x, width: hollow.width };
    const places = isLane(kind) ? [below] : [underLine(all, lines), all];
    return note(kind, places, words.memory(kind, bytes));
  });
  const labels = [...told, ...said];
  const beside = (words: readonly LabelScene[]) =>
    words.reduce(
      (parts, { rect }) => parts.flatMap((part) => without(part, grow(rect, 2))),
      // The walls of the room are seen beside it.
      band === undefined ? [] : [{ ...band, x: band.x + 1, width: band.width - 2 }],
    );
  const swapped = {
    ground: beside(scene.labels.filter(({ ground }) => ground === 'none')),
    lined: beside([...scene.labels, ...labels]),
  };
  return { vm: room.id, cells, pieces, swapped, labels };
}

/** What its CPU says. */
const cpuOf = ({ labels }: GaugeScene) => labels.find(({ key }) => key.startsWith('cpu '));

/** What VMs alike have in common: host, width, foot, and what they get. */
const rowOf = ({ host, exact }: BoxScene, { cpu }: Entity, words: GaugeWords): string =>
  JSON.stringify([
    host,
    Math.round(exact.width),
    Math.round(bottom(exact)),
    words.cpu(cpu.granted, cpu.granted + cpu.stolen),
  ]);

/** The gauges of all VMs of a scene that run in a room of their own; nothing is written on what is `taken`. Pure. */
export function layoutGauges(
  scene: StageScene,
  view: WorldView,
  words: GaugeWords,
  taken: readonly Rect[] = [],
): GaugesScene {
  const board = createBoard();
  taken.forEach((rect) => board.take(grow(rect, 1)));
  scene.labels.forEach(({ rect }) => board.take(rect));
  scene.tiles.forEach(({ rect }) => board.take(rect));
  const lines = scene.hosts.flatMap((host) => lineOf(host, scene.boxes));
  const drawn = lines.map(({ x, width, y }) => ({ x, width, y: y - 2, height: 4 }));
  drawn.forEach((line) => board.take(line));
  const gauges = scene.boxes.flatMap((box) => {
    const vm = view.get(box.id);
    const runs = vm?.kind === 'vm' && box.build === 'room' && vm.tags.includes('up');
    if (!runs) return [];
    return [{ ...gaugeOf(box, vm, scene, board, words, lines), row: rowOf(box, vm, words), room: box }];
  });
  // Without its figure one of several alike would seem to use nothing.
  const silent = new Set(gauges.flatMap((each) => (each.cells.length > 0 && !cpuOf(each) ? [each.row] : [])));
  const shown = gauges.map(({ row, room: _, ...each }) => {
    const cpu = silent.has(row) ? cpuOf(each) : undefined;
    return cpu ? { ...each, labels: each.labels.filter((label) => label !== cpu) } : each;
  });
  const written = createBoard();
  taken.forEach((rect) => written.take(grow(rect, 1)));
  for (const { rect } of [...scene.labels, ...shown.flatMap(({ labels, cells }) => [...labels, ...cells])])
    written.take(rect);
  const ground = {
    boxes: scene.boxes,
    board,
    written,
    lines: drawn,
    sizes: sizesOf(noteStyle(scene)),
    texts: (kind: BandKind, bytes: number | null) => words.together(kind, bytes),
  };
  const notes = scene.hosts.flatMap(({ id }) => {
    const own = gauges.filter(({ room }) => room.host === id);
    const isSaid = (kind: BandKind) =>
      own.some(({ labels }) => labels.some(({ key }) => key.startsWith(`${kind} `)));
    return togetherNotes(id, own, isSaid, ground);
  });
  return { gauges: shown, notes };
}
