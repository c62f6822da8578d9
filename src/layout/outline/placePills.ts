// Where the counts of outlines stand: each at its own outline, covering as little as can be.
import { bold, lineBlock, setLines } from '../label/block';
import { around, bottom, contains, grow, overlaps, right, type Rect } from '../rect';
import type { LineScene, StageScene } from '../stage/scene';
import type { Lengths } from '../stageWords';
import {
  groundsOf,
  isAtOwn,
  isNote,
  isOverOthers,
  neighboursOf,
  tabsOf,
  type Ground,
  type Grounds,
} from './grounds';
import { lowerTiles } from './lowerTiles';
import {
  placesAbove,
  placesAcross,
  placesAtTabs,
  placesBeside,
  placesLedToTabs,
  placesOnTop,
  placesOverTabs,
  placesUnder,
  type Loops,
  type Place,
  type PillSize,
} from './pill';

/** A count in its place. */
export interface PillScene {
  readonly rect: Rect;
  readonly line: LineScene;
  readonly size: number;
  /** The line that ties it to its outline, where it does not touch that. */
  readonly stem: Rect | null;
}

/** An outline that has something to count. */
export interface Counted {
  readonly ids: readonly string[];
  readonly kind: 'fell' | 'ended' | 'preview' | 'outlined';
  /** It says that no copy fell. */
  readonly countsNone: boolean;
  /** What it says, longest first; nothing where it has no count. */
  readonly texts: Lengths;
  /** Of the copies that it counts, what is drawn. */
  readonly copies: readonly Rect[];
  /** What it is around, and its corners. */
  readonly rects: readonly Rect[];
  readonly loops: Loops;
}

/** How far a pill stands out beside its host, as its outline does, and how far it may, px. */
const reaches = [4, 12] as const;

/** What two rectangles share, px². */
const shared = (a: Rect, b: Rect): number =>
  Math.max(0, Math.min(right(a), right(b)) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y));

/** A pill stays with its host, and on the stage: what stands over a neighbour would be told of that one. */
function boundsOf(loops: Loops, scene: StageScene, reach: number): Rect {
  const stage: Rect = { x: 1, y: 1, width: scene.width - 2, height: scene.height - 2 };
  const fallen = around((loops[0] ?? []).map((corner) => ({ ...corner, width: 0, height: 0 }))) ?? stage;
  const [own, ...others] = scene.hosts
    .map(({ area }) => area)
    .sort((a, b) => Math.round(shared(b, fallen) - shared(a, fallen)));
  if (own === undefined || shared(own, fallen) === 0) return stage;
  const beside = others.filter((area) => area.y < bottom(own) && own.y < bottom(area));
  const lefts = beside.map(right).filter((x) => x <= own.x);
  const rights = beside.map(({ x }) => x).filter((x) => x >= right(own));
  const x = Math.max(stage.x, own.x - reach, ...lefts);
  return { ...stage, x, width: Math.min(right(stage), right(own) + reach, ...rights) - x };
}

/** Places for a pill, and on what they have to be free. */
type Try = readonly [places: (size: PillSize) => Iterable<Place>, ground: Ground];

/** Where a pill is looked for. */
interface Search {
  /** Ways to place it, in groups: of each, the shorter words are tried before the next group is. */
  readonly groups: readonly (readonly Try[])[];
  /** Whether a place without a stem is at what is counted. */
  readonly isAtOwn: (pill: Rect) => boolean;
}

function searchFor({ ids, copies, rects, loops }: Counted, scene: StageScene, grounds: Grounds): Search {
  const { words, notes, cores } = grounds;
  const all = new Set(ids);
  const { rooms, boxes, lines, rects: others } = neighboursOf(all, scene);
  const tabs = tabsOf(all, scene);
  const [near, far] = reaches.map((reach) => boundsOf(loops, scene, reach)) as [Rect, Rect];
  const counted = copies.length > 0 ? copies : rects;
  const isApart = ({ rect }: Place) => !isOverOthers(rect, counted, others);
  const top = (size: PillSize) => [...placesOnTop(loops, rects, size, near)].filter(isApart);
  const wideTop = (size: PillSize) => [...placesOnTop(loops, rects, size, far)].filter(isApart);
  const anyTop = (size: PillSize) => placesOnTop(loops, rects, size, far);
  const beside = (size: PillSize): Iterable<Place> => placesBeside(loops, rects, size);
  // What it counts is to be seen beside it.
  const isSeen = ({ rect }: Place) =>
    copies.every((copy) => shared(rect, copy) < (copy.width * copy.height) / 2);
  const offCopies = (places: typeof beside) => (size: PillSize) => [...places(size)].filter(isSeen);
  const above = (size: PillSize) => placesAbove(loops, size, near);
  const wideAbove = (size: PillSize) => placesAbove(loops, size, far);
  const across = (size: PillSize) => placesAcross(rects, size, near);
  const under = (size: PillSize) => placesUnder(loops, size);
  const atTabs = (size: PillSize) => [...placesAtTabs(tabs, size, near)].filter(isApart);
  const overTabs = (size: PillSize) => placesOverTabs(tabs, size);
  const toTabs = (size: PillSize) => placesLedToTabs(tabs, size, near);
  const clear: Ground = [words, cores, boxes, lines, rooms];
  const overRooms: Ground = [words, cores, boxes, lines];
  const overLines: Ground = [words, cores, boxes];
  const overBoxes: Ground = [words, cores];
  // One box says by itself what became of it: its count is not worth hiding what the cores do.
  const overCores: Ground = ids.length === 1 ? overBoxes : [words];
  // Beside several copies, a count would be read as that of the last.
  const overAll = (size: PillSize) => [...above(size)].filter(isApart);
  const led: Try[] = copies.length > 1 ? [[overAll, [...clear, notes]]] : [];
  const groups: Try[][] = [
    [
      [offCopies(top), [...clear, notes]],
      [offCopies(wideTop), [...clear, notes]],
      ...led,
      [offCopies(beside), [...clear, notes]],
      [offCopies(atTabs), [...clear, notes]],
      // Over what is free rather than over the copy.
      [offCopies(atTabs), clear],
      [atTabs, [...clear, notes]],
      [top, [...clear, notes]],
      [wideTop, [...clear, notes]],
      [beside, [...clear, notes]],
      [top, clear],
      [wideTop, clear],
      [beside, clear],
      [atTabs, clear],
      [top, overRooms],
      [overTabs, overRooms],
      [toTabs, [...clear, notes]],
      // Whole words in empty room, tied by a stem, rather than short ones: "1 copy fell" and "6 fell" would seem to
      // count two things, also on two stages.
      [above, [...clear, notes]],
      [wideAbove, [...clear, notes]],
    ],
    [
      [beside, overRooms],
      [atTabs, overRooms],
      [above, [...overRooms, notes]],
      [above, overRooms],
      [wideAbove, overRooms],
      [across, [...overRooms, notes]],
      [across, overRooms],
    ],
    [
      [top, overLines],
      [atTabs, overLines],
      [above, [...overLines, notes]],
      [above, overLines],
      [wideAbove, overLines],
    ],
    [
      [anyTop, overBoxes],
      [across, [...overBoxes, notes]],
      [across, overBoxes],
      [beside, overBoxes],
      [under, overBoxes],
      [anyTop, overCores],
      [beside, overCores],
      [under, overCores],
    ],
  ];
  return { groups, isAtOwn: (pill) => isAtOwn(pill, [...rects, ...tabs], others) };
}

/** Cost of a count that finds no place; each way tried before the right one costs 1. */
const worst = 100;

function placePill(
  counted: Counted,
  scene: StageScene,
  grounds: Grounds,
): { pill: PillScene | null; cost: number } {
  const blocks = counted.texts.map((text) => lineBlock(bold(text), scene.textSize));
  if (blocks.length === 0) return { pill: null, cost: 0 };
  const bounds = boundsOf(counted.loops, scene, Math.max(...reaches));
  const { groups, isAtOwn } = searchFor(counted, scene, grounds);
  let cost = 0;
  const attempts = groups.map((group) => ({ group, mayStand: isAtOwn }));
  // Copies that fell are counted in any case. What would is not: elsewhere, it would be read as said of a neighbour.
  if (counted.kind !== 'preview' && !counted.countsNone)
    attempts.push(...groups.slice(-1).map((group) => ({ group, mayStand: () => true })));
  for (const { group, mayStand } of attempts) {
    for (const block of blocks) {
      const height = Math.round(block.height + 6);
      const size = { width: Math.ceil(block.width + height * 0.9), height };
      for (const [places, ground] of size.width > bounds.width ? [] : group) {
        const isFree = (rect: Rect) => ground.every((board) => board.isFree(rect));
        for (const { rect, stems, isNamed = false } of places(size)) {
          if (!contains(bounds, rect) || !isFree(rect)) continue;
          const stem = stems.find(isFree) ?? null;
          if (stem === null && (stems.length > 0 || !(isNamed || mayStand(rect)))) continue;
          grounds.words.take(grow(rect, 2));
          if (stem !== null) grounds.words.take(stem);
          const y = rect.y + (height - block.height) / 2;
          const [line] = setLines(block, { ...rect, y, height: block.height }, 'middle');
          return { pill: line === undefined ? null : { rect, line, size: block.size, stem }, cost };
        }
        cost += 1;
      }
    }
  }
  return { pill: null, cost: worst };
}

/** The pills of these outlines, in their order; null where one has none. `limits`: lines that no pill lies on. */
export function placePills(
  all: readonly Counted[],
  scene: StageScene,
  limits: readonly Rect[],
): (PillScene | null)[] {
  const inOrder = (order: readonly Counted[]) => {
    const grounds = groundsOf(scene, limits);
    const placed = new Map(order.map((counted) => [counted, placePill(counted, scene, grounds)]));
    const pills = all.map((counted) => placed.get(counted)?.pill ?? null);
    return { pills, cost: [...placed.values()].reduce((sum, each) => sum + each.cost, 0) };
  };
  const first = inOrder(all);
  // Neighbours may leave each other room when the other one chooses first.
  if (first.cost < 2 || all.length === 1) return first.pills;
  const second = inOrder(all.toReversed());
  return second.cost < first.cost ? second.pills : first.pills;
}

/** What a pill covers, its stem included. */
export const coveredBy = (pill: PillScene | null): Rect[] =>
  pill === null ? [] : [pill.rect, ...(pill.stem === null ? [] : [pill.stem])];

/**
 * A scene without the notes that pills take the place of, without a tile of which nothing says any more what it is for,
 * and with tiles that end above them.
 */
export function besideCounts(
  scene: StageScene,
  outlines: readonly { readonly hides: readonly string[]; readonly pill: PillScene | null }[],
): StageScene {
  const hidden = new Set(outlines.flatMap(({ hides }) => hides));
  const isBare = (host: string) => hidden.has(`note ${host}`);
  const left = {
    ...scene,
    tiles: scene.tiles.filter(({ host }) => !isBare(host)),
    labels: scene.labels.filter(
      ({ key, role, of }) => !hidden.has(key) && !(role === 'tile' && of.some(isBare)),
    ),
  };
  return lowerTiles(
    hidden.size === 0 ? scene : left,
    outlines.flatMap(({ pill }) => coveredBy(pill)),
  );
}

/** Keys of the notes that a pill takes the place of. */
export const hiddenBy = (pill: PillScene | null, { labels }: StageScene): string[] =>
  labels.flatMap((label) =>
    isNote(label) && coveredBy(pill).some((rect) => overlaps(grow(rect, 2), label.rect)) ? [label.key] : [],
  );
