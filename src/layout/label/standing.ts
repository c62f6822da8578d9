// Tabs that stand on their box, for thin boxes with nothing above them, such as a runtime beside its containers.
import { bottom, centre, contains, overlaps, right, type Point, type Rect } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import type { TextStyle } from '../stage/textStyle';
import { trialOn, uprightStrip, type Board } from './board';
import type { Block, Paragraph } from './block';
import { plateWidth, tabBlock, tabHeight, tabLabel, type TabWish } from './tab';

/** Between a tab and its box or what it is raised over, px: joined to a box, its height would be read as memory. */
export const neck = 4;

/** What stands around tabs, and how they are to stand there. */
export interface Surroundings {
  /** Where tabs may be: the host's frame with what juts above it. */
  readonly within: Rect;
  /** Every box of the host. */
  readonly boxes: readonly BoxScene[];
  readonly board: Board;
  readonly size: number;
  /** Plates are hardly wider than their words. */
  readonly isTight?: boolean;
  /** What is raised goes over the middle of its box, however far, not to the nearest place; and before what is not. */
  readonly isFar?: boolean;
  /** Raises a tab over its neighbours; where it is left out, none is. */
  readonly raise?: RaiseTab | undefined;
  /** Places tabs anew where they leave out some, or what became of some. */
  readonly standLate?: StandLate | undefined;
}

/** The tab of a box over its neighbours, in one of these ways to say it, or null where there is no place. */
export type RaiseTab = (
  wish: TabWish,
  box: BoxScene,
  ways: readonly (readonly Paragraph[])[],
  around: Surroundings,
) => LabelScene | null;

/** Places tabs in this order, in the smallest type unless said otherwise. */
type StandAgain = (order: readonly TabWish[], how: Partial<Surroundings>) => LabelScene[];

/** Of these tabs as they stand, or as they stand in other ways, those that tell most. */
export type StandLate = (
  wishes: readonly TabWish[],
  placed: LabelScene[],
  again: StandAgain,
  size: number,
) => LabelScene[];

/** Whether the tab would hide a box: any but the rooms it is in. */
function hides(plate: Rect, box: BoxScene, boxes: readonly BoxScene[]): boolean {
  return boxes.some(
    (other) =>
      other.id !== box.id &&
      overlaps(plate, other.drawn) &&
      !(other.build !== 'floor' && contains(other.exact, plate)),
  );
}

/** Left and right of the word of a tab that would be wider than its host, px. */
const tight = 3;

/** Width of the plate under a block: no wider than its host, as long as the word is not. */
export const widthIn = (block: Block, within: Rect): number =>
  Math.min(plateWidth(block), Math.max(Math.ceil(block.width) + 2 * tight, Math.floor(within.width) - 2));

/** Places right on the box: over its middle, or flush with one of its ends, within the host. */
export function plates(box: BoxScene, width: number, height: number, within: Rect): Rect[] {
  const y = box.drawn.y - neck - height;
  const clamp = (x: number) => Math.max(within.x + 1, Math.min(x, right(within) - width - 1));
  const starts = [centre(box.drawn) - width / 2, right(box.drawn) - width, box.drawn.x];
  return starts.map((x) => ({ x: Math.round(clamp(x)), y, width, height }));
}

/** From the foot of a tab to its box under it: in the middle of what it is over. */
function neckOf(plate: Rect, { drawn }: BoxScene): readonly [Point, Point] | null {
  const [from, to] = [Math.max(plate.x, drawn.x), Math.min(right(plate), right(drawn))];
  if (to - from < 2) return null;
  const x = (from + to) / 2;
  return [
    { x, y: bottom(plate) },
    { x, y: drawn.y },
  ];
}

/** The tab right on its box, where it hides no other; null where there is no such place. */
export function standOn(
  wish: TabWish,
  box: BoxScene,
  lines: readonly Paragraph[],
  around: Surroundings,
): LabelScene | null {
  const block = tabBlock(lines, around.size);
  const height = tabHeight(around.size, lines.length);
  const width = around.isTight ? Math.ceil(block.width) + 2 * tight : widthIn(block, around.within);
  for (const plate of plates(box, width, height, around.within)) {
    const leader = neckOf(plate, box);
    if (leader === null || !contains(around.within, plate)) continue;
    const isFree = around.board.isFree(plate) && around.board.isFree(uprightStrip(...leader));
    // Over a neighbour of one height it would be read as its name, too.
    const reach = { ...plate, height: height + neck + 1 };
    if (isFree && !hides(reach, box, around.boxes))
      return tabLabel(wish, block, { plate, joins: 'below', leaders: [leader] });
  }
  return null;
}

function firstOf<T>(all: readonly T[], place: (item: T) => LabelScene | null): LabelScene | null {
  for (const item of all) {
    const label = place(item);
    if (label !== null) return label;
  }
  return null;
}

/** Whether a wish is of a program beside containers that fell or is off. */
export const isStill = ({ boxes: [box] }: TabWish): boolean =>
  (box?.look === 'fallen' || box?.look === 'off') && box.tone === 'runtime';

/** The label of a tab that stands on its box in full or, where it may, in fewer words or raised over its neighbours. */
function standingTab(wish: TabWish, all: Surroundings, mayRaise: boolean): LabelScene | null {
  const box = wish.boxes[0];
  if (box === undefined) return null;
  const { walls, within: host } = { ...wish, ...all };
  const within = walls ? { ...host, x: walls.x, width: walls.width } : host;
  const around = { ...all, within };
  const full = wish.oneLine.slice(0, wish.full).map((line) => [line]);
  const brief = wish.oneLine.slice(wish.full).map((line) => [line]);
  const names = brief.filter(([line]) => line?.tellsState === false);
  const states = brief.filter(([line]) => line?.tellsState === true);
  // A tab with the name that a line leads to is better than a state that stands on the box itself.
  const on = (all: readonly (readonly Paragraph[])[], isTight = false) =>
    firstOf(all, (way) => standOn(wish, box, way, { ...around, isTight }));
  // Of a floor that fell or is off it is said before it has its name right on it: a tenant tells the same by its look.
  const still = isStill(wish);
  const whole = on([...full, ...wish.twoLines]) ?? (still ? on(wish.twoLines, true) : null);
  if (whole !== null || !mayRaise) return whole;
  const over = (ways: readonly (readonly Paragraph[])[]) => around.raise?.(wish, box, ways, around) ?? null;
  return (
    over(still ? full : full.length === 0 ? wish.twoLines : []) ??
    on(names) ??
    over([...full, ...names]) ??
    on(states) ??
    over(states)
  );
}

/** Room that a placed tab takes: its plate and its lines. */
function taken({ rect, leaders }: LabelScene): Rect[] {
  return [rect, ...leaders.flatMap(([from, to]) => (from && to ? [uprightStrip(from, to)] : []))];
}

/** Those that say all right on their box come first, where others are raised as little as may be. */
function standAll(wishes: readonly TabWish[], around: Surroundings): LabelScene[] {
  const board = trialOn(around.board);
  const placed = new Map<TabWish, LabelScene>();
  for (const mayRaise of around.isFar ? [true] : [false, true]) {
    for (const wish of wishes) {
      const label = placed.has(wish) ? null : standingTab(wish, { ...around, board }, mayRaise);
      if (label === null) continue;
      taken(label).forEach((rect) => board.take(rect));
      placed.set(wish, label);
    }
  }
  return [...placed.values()];
}

/**
 * Tabs for all of these boxes: in full, else smaller, else in their shortest words; where even those do not leave
 * room for all, as many as find a place. What is placed is taken on the board.
 */
export function standTabs(
  wishes: readonly TabWish[],
  around: Omit<Surroundings, 'size'>,
  { size, smallest }: TextStyle,
): LabelScene[] {
  const again: StandAgain = (order, how) => standAll(order, { ...around, size: smallest, ...how });
  let best = again(wishes, { size });
  const small = best.length < wishes.length ? again(wishes, {}) : best;
  if (small.length > best.length) best = small;
  best = around.standLate?.(wishes, best, again, size) ?? best;
  best.flatMap(taken).forEach((rect) => around.board.take(rect));
  return best;
}
