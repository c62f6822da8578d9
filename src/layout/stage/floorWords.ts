// Words of layers and volumes: on a floor that has room, else beside it with a line there; one for what is empty side by side.
import { right, type Rect } from '../rect';
import { LINE, type Fitting } from '../text/fitting';
import { evenWords } from './evenWords';
import { levelsIn } from './floorLevels';
import { byNumber, gathered, type FileWords } from './fileWords';
import { mayJoin, spokenOn, writtenOn } from './onFloors';
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
  /** Of a writable layer: the copy whose it is, the layers under it, and whether its last text but one says no copy. */
  readonly copy?: string;
  readonly over?: string;
  readonly isOnlyWritten?: boolean;
}

/** The room of all floors, and sizes of type, px. */
export interface FloorRoom {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly smallest: number;
  /** Rows of words that may stand over all floors. */
  readonly rows: number;
  /** Those are over the room; where it may not grow, floors are so much lower. */
  readonly grows: boolean;
}

/** The same, with the size of the words beside floors. */
interface Room extends FloorRoom {
  readonly beside: number;
  /** Those all say how large their floors are. */
  readonly figures: boolean;
}

/** A floor in px with its words. */
export interface ToldFloor {
  readonly rect: Rect;
  readonly on: Fitting;
  readonly beside: BesideWord | null;
}

/** What takes a few bytes is seen, too, as a line with a gap: a part of the size of the smallest type. */
const LEAST = 1 / 6;
/** Floors that have room for so many lines leave the words beside them the size of those on them. */
const ROOMY = 8;
const NOTHING: Fitting = { text: '', isSmall: false };

/** A floor that is to be told beside itself, or the first of several. */
interface Silent extends SilentFloor {
  readonly first: number;
  readonly bytes: number;
  /** Nothing is written there yet. */
  readonly isEmpty: boolean;
}

/** What is said of those in which nothing is written yet: of so many, of these copies. */
interface Together extends Pick<FileWords, 'range' | 'pair'> {
  readonly emptyLayers: (count: number, copies: string) => readonly string[];
}

/** The floors of each disk. */
type Pictures = readonly (readonly SpokenFloor[])[];

const isEmpty = ({ use, bytes }: SpokenFloor) => use === 'writable' && bytes === 0;

const rowHeight = ({ beside }: Room) => beside * LINE;

/** Height of so many rows of words, clear of the floors under them. */
const headHeight = (room: Room, rows: number) => (rows > 0 ? rows * rowHeight(room) + GAP : 0);

/** Floors that may not grow keep a part of the room: they stay to scale. */
const FLOORS = 1 / 3;
function mostRows(room: Room): number {
  if (room.grows) return room.rows;
  const fitting = Math.floor(((1 - FLOORS) * room.height - GAP) / rowHeight(room));
  return Math.max(0, Math.min(room.rows, fitting));
}

/** The floors of several pictures in px, to one scale. */
function rectsOf(pictures: Pictures, room: Room, rows: number): readonly (readonly Rect[])[] {
  const whole = room.height - (room.grows ? 0 : headHeight(room, rows));
  const levels = levelsIn(pictures, whole, room.smallest * LEAST);
  return pictures.map((floors, nth) =>
    floors.map(({ left, width }, at) => {
      const { bottom: foot, height } = levels[nth]![at]!;
      const y = room.height - foot - height;
      return { x: room.width * left, y, width: room.width * width, height };
    }),
  );
}

/** Floors without a word; those beside each other in which nothing is written yet are one. */
function silentIn(
  floors: readonly SpokenFloor[],
  rects: readonly Rect[],
  on: readonly Fitting[],
  together: Together,
  { figures }: Room,
): Silent[] {
  const textsOf = ({ texts }: SpokenFloor) => (figures && texts.length > 1 ? texts.slice(0, -1) : texts);
  const runs: number[][] = [];
  floors.forEach((floor, at) => {
    // A layer is told once beside its floors, however many it has.
    if (on[at]!.text !== '' || floor.isAgain) return;
    const run = runs.find((each) => {
      const last = each.at(-1)!;
      const isNext = Math.abs(right(rects[last]!) - rects[at]!.x) < 0.5;
      const isAlike =
        isEmpty(floor) && each.every((nth) => isEmpty(floors[nth]!) && mayJoin(floors[nth]!, floor));
      return isAlike && isNext && rects[last]!.y === rects[at]!.y;
    });
    if (run === undefined) runs.push([at]);
    else run.push(at);
  });
  return runs.map((run) => {
    const [first, last] = [rects[run[0]!]!, rects[run.at(-1)!]!];
    const rect = { ...first, width: right(last) - first.x };
    const copies = gathered(byNumber(run.flatMap((at) => floors[at]!.copy ?? [])), together);
    return {
      first: run[0]!,
      rect,
      texts: run.length > 1 ? together.emptyLayers(run.length, copies) : textsOf(floors[run[0]!]!),
      bytes: floors[run[0]!]!.bytes,
      isEmpty: isEmpty(floors[run[0]!]!),
      stair: 0,
    };
  });
}

/** Floors with so many rows of words over all of them, and those that have no room for a word. */
function drawn(
  floors: readonly SpokenFloor[],
  rects: readonly Rect[],
  together: Together,
  room: Room,
  rows: number,
) {
  const on = spokenOn(floors, rects, room);
  const taken = rects.flatMap((rect, at) => writtenOn(rect, on[at]!, room));
  // Narrow floors have the least choice.
  const sorted = silentIn(floors, rects, on, together, room).sort(
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
  const places = { ...room, top, size: room.beside };
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

/** Part of them that is kept for the search for fewer rows. */
const FOR_FEWER_ROWS = 1 / 4;

/** Words of this way, in the order that leaves most of them a place. */
function tried(scene: Drawn, way: Way, room: Room, patience: Patience) {
  // What is empty is told shortly until all others have their words.
  const ways = scene.silent.map(({ isEmpty, texts }): Way =>
    isEmpty ? { ...way, brevity: texts.length - 1 } : way,
  );
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
  // What is empty takes no figure from any other.
  const isNoShorter = (next: typeof words, at: number) =>
    said.every((word, nth) => nth === at || (next[nth]?.text.length ?? 0) >= (word?.text.length ?? 0));
  const largest = [...order].sort((one, other) => scene.silent[other]!.bytes - scene.silent[one]!.bytes);
  for (const at of largest) {
    for (let brevity = 0; brevity < chosen[at]!.brevity && patience.left > 0; brevity += 1) {
      const longer = chosen.with(at, { ...chosen[at]!, brevity });
      const next = wordsFor(scene, longer, order, room, patience);
      const isBetter = scene.silent[at]!.isEmpty ? isNoShorter(next, at) : told(next) >= told(said);
      if (isBetter) [chosen, said] = [longer, next];
    }
  }
  return evenWords(scene.silent, said);
}

/** Words of further floors of a layer that is told on its first, where there is room left. */
function onceMore(
  floors: readonly SpokenFloor[],
  scene: Drawn,
  words: readonly (BesideWord | null)[],
  room: Room,
): ReadonlyMap<number, BesideWord> {
  const found = new Map<number, BesideWord>();
  if (words.includes(null)) return found;
  const taken = [...scene.taken, ...words.flatMap((word) => (word === null ? [] : [word.rect, word.leader]))];
  const places = { ...room, top: room.grows ? -headHeight(room, scene.rows) : 0, size: room.beside };
  floors.forEach(({ isAgain, texts }, at) => {
    if (!isAgain || scene.on[at]!.text !== '') return;
    const silent = { rect: scene.rects[at]!, texts, stair: 0.5 };
    for (const aim of AIMS) {
      const word = placeOf(silent, { brevity: 0, aim }, scene.rects, taken, places, { left: PLACES });
      if (word === null) continue;
      taken.push(word.rect, word.leader);
      found.set(at, word);
      break;
    }
  });
  return found;
}

/** One picture with its words: as many as find a place, with so many rows over all floors. */
interface ToldPicture {
  readonly floors: readonly ToldFloor[];
  readonly rows: number;
  readonly missing: number;
}

/** The rectangles of its floors with so many rows over them. */
type RectsWith = (rows: number) => readonly Rect[];

/** With `fewest` to `most` rows, and no more than are of use. */
function tellPicture(
  floors: readonly SpokenFloor[],
  rectsWith: RectsWith,
  together: Together,
  room: Room,
  [fewest, last]: readonly [number, number],
  patience: Patience,
): ToldPicture {
  const most = Math.max(1, ...floors.map(({ texts }) => texts.length));
  const ways = Array.from({ length: most }, (_, brevity) =>
    AIMS.map((aim): Way => ({ brevity, aim })),
  ).flat();
  let best: ReturnType<typeof tried> | null = null;
  let before = Infinity;
  const kept = patience.left * FOR_FEWER_ROWS;
  const mayGoOn = () => best === null || (best.missing > 0 && patience.left > kept);
  for (let rows = fewest; rows <= last && mayGoOn(); rows += 1) {
    const scene = drawn(floors, rectsWith(rows), together, room, rows);
    for (const way of ways) {
      const now = tried(scene, way, room, patience);
      if (best === null || now.missing < best.missing) best = now;
      const isStuck = way === ways[0] && now.missing >= before;
      if (way === ways[0]) before = now.missing;
      if (now.missing === 0 || patience.left <= kept) break;
      if (now.missing <= FEW || rows === last) continue;
      // Where one row more was of no use, so are the next: other ways are tried with all of them.
      if (isStuck && room.grows) rows = last - 1;
      break;
    }
  }
  if (best === null) return { floors: [], rows: fewest, missing: 0 };
  // With fewer rows floors are higher: where as many words find a place, more of them are on their floors.
  for (let rows = fewest; !room.grows && rows < best.scene.rows; rows += 1) {
    const scene = drawn(floors, rectsWith(rows), together, room, rows);
    for (const way of ways) {
      if (scene.silent.length >= best.scene.silent.length || patience.left <= 0) break;
      const now = tried(scene, way, room, patience);
      if (now.missing <= best.missing) best = now;
    }
  }
  const { rects, on, silent, rows } = best.scene;
  const words = longestWords(best, room, patience);
  const besideOf = new Map(silent.map(({ first }, at) => [first, words[at] ?? null]));
  const again = onceMore(floors, best.scene, words, room);
  return {
    floors: rects.map((rect, at) => ({
      rect,
      on: on[at]!,
      beside: besideOf.get(at) ?? again.get(at) ?? null,
    })),
    rows,
    missing: best.missing,
  };
}

/** The floors of each disk in px with their words, all to one scale; `patience` is that of each, and is used up. */
function tellIn(
  pictures: Pictures,
  together: Together,
  room: Room,
  patience: readonly Patience[],
): readonly ToldPicture[] {
  const known = new Map<number, readonly (readonly Rect[])[]>();
  const rectsWith = (nth: number) => (rows: number) => {
    const rects = known.get(rows) ?? rectsOf(pictures, room, rows);
    known.set(rows, rects);
    return rects[nth]!;
  };
  const tell = (nth: number, rows: readonly [number, number]) =>
    tellPicture(pictures[nth]!, rectsWith(nth), together, room, rows, patience[nth]!);
  const all = pictures.map((_, nth) => tell(nth, [0, mostRows(room)]));
  if (room.grows) return all;
  // Where rows take from the height of floors, all of them are as low.
  const rows = Math.max(0, ...all.map((picture) => picture.rows));
  return all.map((picture, nth) => (picture.rows < rows ? tell(nth, [rows, rows]) : picture));
}

/**
 * Every floor of each disk in px with its word, all to one scale; where not all find a place, as many as do. `patience`
 * is that of each of them, and is used up.
 */
export function tellFloors(
  pictures: Pictures,
  together: Together,
  room: FloorRoom,
  patience: readonly Patience[] = pictures.map(() => ({ left: PLACES })),
): readonly (readonly ToldFloor[])[] {
  const small = { ...room, beside: room.smallest, figures: false };
  if (room.width <= 0 || room.size <= 0)
    return rectsOf(pictures, small, 0).map((rects) =>
      rects.map((rect) => ({ rect, on: NOTHING, beside: null })),
    );
  const isRoomy = room.size > room.smallest && room.height >= ROOMY * room.size * LINE;
  const tell = (beside: number, patient: readonly Patience[], figures: boolean) =>
    tellIn(pictures, together, { ...room, beside, figures }, patient);
  // In larger type, or on as many rows as they need with all their figures, where they find a place so.
  if (isRoomy || room.grows) {
    const part = patience.map(({ left }) => ({ left: Math.min(left, PLACES) / 4 }));
    const before = part.map(({ left }) => left);
    const best = tell(isRoomy && !room.grows ? room.size : room.smallest, part, room.grows);
    part.forEach(({ left }, nth) => (patience[nth]!.left -= before[nth]! - left));
    if (best.every(({ missing }) => missing === 0)) return best.map(({ floors }) => floors);
  }
  return tell(room.smallest, patience, false).map(({ floors }) => floors);
}

/** The same one after the other: words stay where they are while nothing about the floors or their room changes. */
export function createFloorTeller(together: Together) {
  let known = '';
  let last: readonly (readonly ToldFloor[])[] = [];
  return (pictures: Pictures, room: FloorRoom): readonly (readonly ToldFloor[])[] => {
    const now = JSON.stringify([pictures, room]);
    if (now !== known) last = tellFloors(pictures, together, room);
    known = now;
    return last;
  };
}
