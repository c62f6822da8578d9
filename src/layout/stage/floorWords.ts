// Words of layers and volumes: on a floor where it has room, else beside it with a line that leads there. What is empty
// side by side has one word.
import { centre, right, type Rect } from '../rect';
import { fittingText, LINE, type Fitting } from '../text/fitting';
import { textWidth } from '../text/measure';
import {
  AIMS,
  footOf,
  GAP,
  placeOf,
  type BesideWord,
  type Patience,
  type SilentFloor,
  type Way,
} from './floorPlaces';
import type { FloorScene } from './layers';

/** A floor with what may be said of it on itself or beside it, the longest first. */
export interface SpokenFloor extends Pick<
  FloorScene,
  'left' | 'width' | 'bottom' | 'height' | 'use' | 'bytes' | 'isAgain'
> {
  readonly texts: readonly string[];
}

/** The room of all floors, and sizes of type, px. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly smallest: number;
  /** Rows of words that may stand over all floors. */
  readonly rows: number;
  /** Those are over the room; where it may not grow, floors are so much lower. */
  readonly grows: boolean;
}

/** A floor in px with its words. */
export interface ToldFloor {
  readonly rect: Rect;
  readonly on: Fitting;
  readonly beside: BesideWord | null;
}

/** What takes a few bytes is seen, too: px. */
const LEAST = 3;
/** The edges of a floor on both sides, px. */
const EDGES = 2;
const BOLD = 700;
const NOTHING: Fitting = { text: '', isSmall: false };

/** A floor that is to be told beside itself, or the first of several. */
interface Silent extends SilentFloor {
  readonly first: number;
  readonly bytes: number;
}

/** What is said of so many in which nothing is written yet. */
type Together = (count: number) => readonly string[];

const isEmpty = ({ use, bytes }: SpokenFloor) => use === 'writable' && bytes === 0;

const rowHeight = ({ smallest }: Room) => smallest * LINE;

/** Height of so many rows of words, clear of the floors under them. */
const headHeight = (room: Room, rows: number) => (rows > 0 ? rows * rowHeight(room) + GAP : 0);

/** Floors that may not grow keep a part of the room: they stay to scale. */
const FLOORS = 1 / 3;
function mostRows(room: Room): number {
  if (room.grows) return room.rows;
  const fitting = Math.floor(((1 - FLOORS) * room.height - GAP) / rowHeight(room));
  return Math.max(0, Math.min(room.rows, fitting));
}

function rectOf(floor: SpokenFloor, room: Room, rows: number): Rect {
  const whole = room.height - (room.grows ? 0 : headHeight(room, rows));
  const height = Math.max(LEAST, whole * floor.height);
  const foot = room.height - whole * floor.bottom;
  return { x: room.width * floor.left, y: foot - height, width: room.width * floor.width, height };
}

/** Where the words on a floor are. */
function writtenOn(rect: Rect, { text, isSmall }: Fitting, room: Room): readonly Rect[] {
  if (text === '') return [];
  const size = isSmall ? room.smallest : room.size;
  const lines = text.split('\n');
  const width = Math.max(...lines.map((line) => textWidth(line, size, BOLD)));
  const height = lines.length * size * LINE;
  return [{ x: centre(rect) - width / 2, y: rect.y + (rect.height - height) / 2, width, height }];
}

/** Floors without a word; those beside each other in which nothing is written yet are one. */
function silentIn(
  floors: readonly SpokenFloor[],
  rects: readonly Rect[],
  on: readonly Fitting[],
  together: Together,
): Silent[] {
  const runs: number[][] = [];
  floors.forEach((floor, at) => {
    // A layer is told once beside its floors, however many it has.
    if (on[at]!.text !== '' || floor.isAgain) return;
    const run = runs.find((each) => {
      const last = each.at(-1)!;
      const isNext = Math.abs(right(rects[last]!) - rects[at]!.x) < 0.5;
      return isEmpty(floor) && isEmpty(floors[last]!) && isNext && rects[last]!.y === rects[at]!.y;
    });
    if (run === undefined) runs.push([at]);
    else run.push(at);
  });
  return runs.map((run) => {
    const [first, last] = [rects[run[0]!]!, rects[run.at(-1)!]!];
    const rect = { ...first, width: right(last) - first.x };
    return {
      first: run[0]!,
      rect,
      texts: run.length > 1 ? together(run.length) : floors[run[0]!]!.texts,
      bytes: floors[run[0]!]!.bytes,
      stair: 0,
    };
  });
}

/** Floors with so many rows of words over all of them, and those that have no room for a word. */
function drawn(floors: readonly SpokenFloor[], together: Together, room: Room, rows: number) {
  const rects = floors.map((floor) => rectOf(floor, room, rows));
  const on = floors.map((floor, at) => {
    const { width, height } = rects[at]!;
    const inside = { ...room, width: width - EDGES, height: height - EDGES };
    // On several lines or in the smallest type rather than without its figure.
    const fitting = fittingText(floor.texts.slice(0, -1), inside);
    return fitting.text === '' ? fittingText(floor.texts, inside) : fitting;
  });
  const taken = rects.flatMap((rect, at) => writtenOn(rect, on[at]!, room));
  // Narrow floors have the least choice.
  const sorted = silentIn(floors, rects, on, together).sort(
    (one, other) => one.rect.width - other.rect.width,
  );
  const silent = sorted.map((each) => {
    const over = sorted.filter(({ rect }) => rect.x === each.rect.x && rect.width === each.rect.width);
    return { ...each, stair: (over.indexOf(each) + 1) / (over.length + 1) };
  });
  return { rects, on, taken, silent, rows };
}

type Drawn = ReturnType<typeof drawn>;

/** A word for each silent floor, those first that are first in this order; null where one finds no place. */
function wordsFor(
  scene: Drawn,
  ways: readonly Way[],
  order: readonly number[],
  room: Room,
  patience: Patience,
): readonly (BesideWord | null)[] {
  const all = [...scene.taken];
  const top = room.grows ? -headHeight(room, scene.rows) : 0;
  const places = { ...room, top, size: room.smallest };
  const words = scene.silent.map((): BesideWord | null => null);
  for (const at of order) {
    const word = placeOf(scene.silent[at]!, ways[at]!, scene.rects, all, places, patience);
    if (word !== null) all.push(word.rect, word.leader);
    words[at] = word;
  }
  return words;
}

const told = (words: readonly (BesideWord | null)[]) => words.filter((word) => word !== null).length;

/** So often those that found no place may begin anew, as the first. */
const ANEW = 3;
/** Where more than so many found none, another order or way finds none either: a further row of words is given. */
const FEW = 2;

/** So many places are looked at in all; then the best words found so far are taken. */
const PLACES = 8_000;

/** Words of this way, in the order that leaves most of them a place. */
function tried(scene: Drawn, way: Way, room: Room, patience: Patience) {
  const ways = scene.silent.map(() => way);
  const foot = (at: number) => footOf(scene.silent[at]!, way.aim);
  const stairs = { middle: 0, right: -1, left: 1 }[way.aim];
  let order: readonly number[] = [...ways.keys()].sort((one, other) => stairs * (foot(one) - foot(other)));
  let words = wordsFor(scene, ways, order, room, patience);
  let best = { ways, order, words };
  const mayDo = () => told(words) < ways.length && told(words) >= ways.length - FEW;
  for (let anew = 0; anew < ANEW && mayDo(); anew += 1) {
    const [failed, placed] = [
      order.filter((at) => words[at] === null),
      order.filter((at) => words[at] !== null),
    ];
    order = [...failed, ...placed];
    words = wordsFor(scene, ways, order, room, patience);
    if (told(words) > told(best.words)) best = { ways, order, words };
  }
  return { ...best, scene, missing: ways.length - told(best.words) };
}

/** The same with the longest words that leave room for as many: what is largest is told first how large it is. */
function longestWords(
  { scene, ways, order, words }: ReturnType<typeof tried>,
  room: Room,
  patience: Patience,
) {
  let [chosen, said] = [ways, words];
  const largest = [...order].sort((one, other) => scene.silent[other]!.bytes - scene.silent[one]!.bytes);
  for (const at of largest) {
    if (chosen[at]!.brevity === 0 || patience.left <= 0) continue;
    const longer = chosen.with(at, { ...chosen[at]!, brevity: 0 });
    const next = wordsFor(scene, longer, order, room, patience);
    if (told(next) >= told(said)) [chosen, said] = [longer, next];
  }
  return said;
}

/** Every floor in px with its word; where not all find a place, as many as do. `patience` is used up. */
export function tellFloors(
  floors: readonly SpokenFloor[],
  together: Together,
  room: Room,
  patience: Patience = { left: PLACES },
): readonly ToldFloor[] {
  if (room.width <= 0 || room.size <= 0)
    return floors.map((floor) => ({ rect: rectOf(floor, room, 0), on: NOTHING, beside: null }));
  const most = Math.max(1, ...floors.map(({ texts }) => texts.length));
  const ways = Array.from({ length: most }, (_, brevity) =>
    AIMS.map((aim): Way => ({ brevity, aim })),
  ).flat();
  let best: ReturnType<typeof tried> | null = null;
  const last = mostRows(room);
  let before = Infinity;
  for (let rows = 0; rows <= last && best?.missing !== 0 && patience.left > 0; rows += 1) {
    const scene = drawn(floors, together, room, rows);
    for (const way of ways) {
      const now = tried(scene, way, room, patience);
      if (best === null || now.missing < best.missing) best = now;
      const isStuck = way === ways[0] && now.missing >= before;
      if (way === ways[0]) before = now.missing;
      if (now.missing === 0 || patience.left <= 0) break;
      if (now.missing <= FEW || rows === last) continue;
      // Where one row more was of no use, so are the next: other ways are tried with all of them.
      if (isStuck && room.grows) rows = last - 1;
      break;
    }
  }
  if (best === null) return [];
  const { rects, on, silent } = best.scene;
  const words = longestWords(best, room, patience);
  const besideOf = new Map(silent.map(({ first }, at) => [first, words[at] ?? null]));
  return rects.map((rect, at) => ({ rect, on: on[at]!, beside: besideOf.get(at) ?? null }));
}

/** The same one after the other: words stay where they are while nothing about the floors or their room changes. */
export function createFloorTeller(together: Together) {
  let known = '';
  let last: readonly ToldFloor[] = [];
  return (floors: readonly SpokenFloor[], room: Room): readonly ToldFloor[] => {
    const now = JSON.stringify([floors, room]);
    if (now !== known) last = tellFloors(floors, together, room);
    known = now;
    return last;
  };
}
