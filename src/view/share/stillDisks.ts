// Disks of a world in a picture that stands alone: the bars, floors and moves under a stage, in px of a known width.
import { columnsOf, disksOf, type DiskScene } from '../../layout/stage/disk';
import { tellFiles } from '../../layout/stage/fileWords';
import { tellFloors, type ToldFloor } from '../../layout/stage/floorWords';
import { floorsOf, type FloorsScene } from '../../layout/stage/layers';
import { movesOf, type MoveScene } from '../../layout/stage/moves';
import type { Fact, WorldView } from '../../layout/stage/input';
import { bottom, right, type Rect } from '../../layout/rect';
import { LINE, type Fitting } from '../../layout/text/fitting';
import { textWidth } from '../../layout/text/measure';
import { disks as words } from '../../i18n/disks';
import {
  diskFree,
  diskName,
  diskState,
  floorsKey,
  floorsTitle,
  moveName,
  moveWords,
  spokenFiles,
  spokenFloors,
} from '../../words/disk';

/** A file, a layer, a round of a move, or the frame of a whole disk. */
interface StillBar extends Rect {
  readonly id: string;
  /** Classes: of the program whose it is, what it is for, and how it is. */
  readonly tone: string;
  readonly use: string;
  readonly state: string;
  /** In lines; empty where it has no room. */
  readonly label: string;
  /** Px of its type. */
  readonly type: number;
}

/** A line of words; `y` is its baseline. */
interface StillLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly type: number;
}

/** All that stands under the boxes. */
export interface StillDisks {
  readonly height: number;
  readonly lines: readonly StillLine[];
  readonly bars: readonly StillBar[];
  /** From words down to the floors that they speak of. */
  readonly leaders: readonly Rect[];
  /** From the middle of a file to the word behind the last one. */
  readonly ties?: readonly Rect[];
}

/** Px of what is written, and of what it is written on. */
const DISK_TYPE = 14;
const TITLE = 22;
const BAR = 26;
const FLOORS = 84;
const GAP = 8;
const ROUND = 11;
/** The smallest type on a bar, and what stays clear above and below it together, px. */
const SMALLEST = 12;
const CLEAR = 3;
/** So many rows of words may stand over floors. */
const ROWS = 14;
/** A bar without a word. */
const UNTOLD = { label: '', type: DISK_TYPE };
const PLAIN = 400;
const BOLD = 700;

/** Part of the picture that something has for itself; it takes its height from the top. */
type Place = Omit<Rect, 'height'>;

/** The longest of these that fits, else the last. */
const title = ({ x, y, width }: Place, ...texts: readonly [string, ...string[]]): StillLine => ({
  x,
  y: y + TITLE - 6,
  type: DISK_TYPE,
  text: texts.find((text) => textWidth(text, DISK_TYPE, PLAIN) <= width) ?? texts.at(-1)!,
});

/** A disk with its files beside each other, under its name. */
function diskIn(disk: DiskScene, hasFloors: boolean, place: Place, view: WorldView): StillDisks {
  const { id, isBroken } = disk;
  const name = diskName(id, view);
  const bar = { y: place.y + TITLE, height: BAR };
  const whole = { ...bar, x: place.x, width: place.width * disk.part };
  let { x } = place;
  const room = { width: whole.width, height: BAR, size: DISK_TYPE, smallest: SMALLEST };
  const spoken = spokenFiles(disk, hasFloors, view);
  const { on, after, afterFrom, free, rows } = tellFiles(spoken, words, room, diskFree(disk));
  const typeOf = ({ isSmall }: Fitting) => (isSmall ? SMALLEST : DISK_TYPE);
  const files = disk.files.map(({ id, part, tone, use, look, isFull }, at): StillBar => {
    const rect = { ...bar, x, width: place.width * part };
    x += rect.width;
    const state = isFull ? 'full' : look;
    return { id, ...rect, tone, use, state, label: on[at]!.text, type: typeOf(on[at]!) };
  });
  // A word over several files, on ground of its own.
  const told = rows.map(({ from, to, word }): StillBar => {
    const [first, last] = [files[from]!, files[to - 1]!];
    const type = typeOf(word);
    const lines = word.text.split('\n');
    const width = Math.max(...lines.map((line) => textWidth(line, type, BOLD))) + 2 * CLEAR;
    const height = Math.min(BAR - 2, Math.ceil(lines.length * type * LINE));
    const rect = { x: (first.x + right(last) - width) / 2, y: bar.y + (BAR - height) / 2, width, height };
    return { id: `${first.id} row`, ...rect, tone: '', use: 'row', state: '', label: word.text, type };
  });
  const behind = { x: x + GAP + CLEAR, y: bar.y + BAR / 2 + CLEAR, text: after.text, type: typeOf(after) };
  const type = typeOf(free);
  const atEnd = {
    ...behind,
    x: right(whole) - 2 * CLEAR - textWidth(free.text, type, PLAIN),
    text: free.text.includes('\n') ? '' : free.text,
    type,
  };
  return {
    height: TITLE + BAR + GAP,
    lines: [
      title(place, `${name}: ${diskState(disk)}`, name),
      ...[behind, atEnd].filter(({ text }) => text !== ''),
    ],
    bars: [
      { id, ...whole, tone: '', use: 'disk', state: isBroken ? 'fallen' : '', ...UNTOLD },
      ...files,
      ...told,
    ],
    leaders: [],
    ties: (after.text === '' ? [] : files.slice(afterFrom)).map((file) => {
      const from = file.x + file.width / 2;
      return { x: from, y: bar.y + BAR / 2, width: x + GAP - from, height: 0 };
    }),
  };
}

/** Layers as floors with volumes beside them, each with its word; what looks through layers stands over them. */
function floorsIn({ floors }: FloorsScene, told: readonly ToldFloor[], { x, y }: Place): StillDisks {
  const over = Math.max(0, ...told.map(({ beside }) => -(beside?.rect.y ?? 0)));
  const placed = (rect: Rect): Rect => ({ ...rect, x: x + rect.x, y: y + over + rect.y });
  const bars = floors.map(({ id, tone, use, bytes, isUsed }, at): StillBar => {
    const { rect, on } = told[at]!;
    const state = bytes === 0 ? 'empty' : isUsed ? '' : 'unused';
    const type = on.isSmall ? SMALLEST : DISK_TYPE;
    return { id: `${id} floor ${at}`, ...placed(rect), tone, use, state, label: on.text, type };
  });
  const beside = told.flatMap(({ beside }) => beside ?? []);
  return {
    height: FLOORS + over + GAP,
    lines: beside.map(({ text, size, rect }) => ({
      x: placed(rect).x,
      y: bottom(placed(rect)) - CLEAR,
      text,
      type: size,
    })),
    bars,
    leaders: beside.map(({ leader }) => placed(leader)),
  };
}

/** A VM on its way: a column for each round, and what is sent. */
function moveIn(move: MoveScene, place: Place, view: WorldView): StillDisks {
  const frame = { ...place, y: place.y + TITLE, height: BAR };
  const most = Math.floor(place.width / 2 / (ROUND + 2));
  const rounds = move.rounds.slice(-most).map((part, at): StillBar => {
    const height = Math.max(2, BAR * part);
    const rect = { x: place.x + 2 + at * (ROUND + 2), y: frame.y + BAR - height, width: ROUND, height };
    return { id: `${move.id} round ${at}`, ...rect, tone: move.tone, use: 'written', state: '', ...UNTOLD };
  });
  const told = { ...frame, x: place.x + 2 + rounds.length * (ROUND + 2) + 8, y: frame.y + 2 };
  return {
    height: TITLE + BAR + GAP,
    lines: [title(place, moveName(move, view)), title(told, moveWords(move))],
    bars: [{ id: `${move.id} move`, ...frame, tone: '', use: 'move', state: '', ...UNTOLD }, ...rounds],
    leaders: [],
  };
}

/** What the stage draws under its boxes at an instant, in a picture `width` px wide; nothing where no world has disks. */
export function stillDisks(view: WorldView, facts: readonly Fact[], width: number): StillDisks {
  const parts: StillDisks[] = [];
  let y = 0;
  const add = (drawn: readonly StillDisks[]) => {
    parts.push(...drawn);
    // On whole pixels: their edges are drawn sharp.
    y += Math.ceil(Math.max(0, ...drawn.map(({ height }) => height)));
  };
  const disks = disksOf(view);
  const floors = floorsOf(view);
  const columns = columnsOf(view);
  const drawn = (disk: DiskScene, place: Place) =>
    diskIn(
      disk,
      floors.some((own) => own.disk === disk.id),
      place,
      view,
    );
  const own = width / Math.max(1, columns.length);
  const told = tellFloors(spokenFloors(floors, view), words, {
    width: columns.length > 0 ? own - 2 * GAP : width,
    height: FLOORS,
    size: DISK_TYPE,
    smallest: SMALLEST,
    rows: ROWS,
    grows: true,
  });
  if (columns.length > 0) {
    // Their layers are compared: disks stand beside each other, the layers of each under it.
    const place = (disk: string) => ({ x: columns.indexOf(disk) * own, y, width: own - 2 * GAP });
    add(disks.map((disk) => drawn(disk, place(disk.id))));
    add(floors.map((each, nth) => floorsIn(each, told[nth]!, place(each.disk))));
  } else {
    for (const disk of disks) add([drawn(disk, { x: 0, y, width })]);
    for (const [nth, scene] of floors.entries()) {
      const name = floorsTitle(scene, view);
      const lines = [title({ x: 0, y, width }, `${name}. ${floorsKey(scene, view)}`, name)];
      add([{ height: TITLE, lines, bars: [], leaders: [] }]);
      add([floorsIn(scene, told[nth]!, { x: 0, y, width })]);
    }
  }
  // Without disks nothing stands under a stage.
  if (disks.length > 0)
    for (const move of movesOf(view, facts)) add([moveIn(move, { x: 0, y, width }, view)]);
  return {
    height: y,
    lines: parts.flatMap(({ lines }) => lines),
    bars: parts.flatMap(({ bars }) => bars),
    leaders: parts.flatMap(({ leaders }) => leaders),
    ties: parts.flatMap(({ ties }) => ties ?? []),
  };
}
