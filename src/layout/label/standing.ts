// Tabs that stand on their box, for thin boxes with nothing above them, such as a runtime beside its containers.
import { bottom, centre, contains, overlaps, right, type Rect } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import type { TextStyle } from '../stage/textStyle';
import { trialOn, uprightStrip, type Board } from './board';
import type { Block, Paragraph } from './block';
import { briefer, plateWidth, tabBlock, tabHeight, tabLabel, type TabWish } from './tab';

/** Between a raised tab and what it stands over, px. */
const air = 3;

export interface Surroundings {
  /** Where tabs may be: the host's frame with what juts above it. */
  readonly within: Rect;
  /** Every box of the host. */
  readonly boxes: readonly BoxScene[];
  readonly board: Board;
  readonly size: number;
  /** Plates are hardly wider than their words. */
  readonly isTight?: boolean;
}

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
const widthIn = (block: Block, within: Rect): number =>
  Math.min(plateWidth(block), Math.max(Math.ceil(block.width) + 2 * tight, Math.floor(within.width) - 2));

/** Places right on the box: over its middle, or flush with one of its ends, within the host. */
function plates(box: BoxScene, width: number, height: number, within: Rect): Rect[] {
  const y = box.drawn.y - height + 1;
  const clamp = (x: number) => Math.max(within.x + 1, Math.min(x, right(within) - width - 1));
  const starts = [centre(box.drawn) - width / 2, right(box.drawn) - width, box.drawn.x];
  return starts.map((x) => ({ x: Math.round(clamp(x)), y, width, height }));
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
    const isFree = contains(around.within, plate) && around.board.isFree(plate);
    if (isFree && !hides(plate, box, around.boxes))
      return tabLabel(wish, block, { plate, joins: 'below', leaders: [] });
  }
  return null;
}

/** Rows of tabs that may be raised over each other. */
const mostRows = 6;

/** So much of a tab beside its box is over the box: its line leads down there, px. */
const overlap = 12;

/** Where most of a tab is beside its box: for one whose middle is taken. */
function besides(plate: Rect, { drawn }: BoxScene, within: Rect): Rect[] {
  const starts = [right(drawn) - overlap, drawn.x + overlap - plate.width];
  return starts.flatMap((x) => (x >= within.x && x + plate.width <= right(within) ? [{ ...plate, x }] : []));
}

/** A raised tab may lie over the hollow of several rooms, but over no floor. */
function raiseOver(
  wish: TabWish,
  box: BoxScene,
  lines: readonly Paragraph[],
  around: Surroundings,
): LabelScene | null {
  const block = tabBlock(lines, around.size);
  const height = tabHeight(around.size);
  const width = widthIn(block, around.within);
  const places = plates(box, width, height, around.within);
  for (const low of [...places, ...besides(places[0]!, box, around.within)]) {
    const column = { ...low, y: around.within.y, height: bottom(low) - around.within.y };
    const floors = around.boxes.filter((other) => other.build === 'floor' && overlaps(column, other.drawn));
    const inTheWay = floors.filter((other) => other.id !== box.id && overlaps(low, other.drawn));
    const over = Math.min(...inTheWay.map((other) => other.drawn.y), box.drawn.y);
    const x = Math.max(low.x + 4, Math.min(centre(box.drawn), right(low) - 4));
    if (x <= box.drawn.x || x >= right(box.drawn)) continue;
    for (let row = 0; row < mostRows; row += 1) {
      const plate = { ...low, y: over - air - height - row * (height + air) };
      if (!contains(around.within, plate)) break;
      const leader = [
        { x, y: bottom(plate) },
        { x, y: box.drawn.y },
      ] as const;
      const isFree = around.board.isFree(plate) && around.board.isFree(uprightStrip(...leader));
      if (isFree && !floors.some((other) => overlaps(plate, other.drawn))) {
        return tabLabel(wish, block, { plate, joins: null, leaders: [leader] });
      }
    }
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

/** The label of a tab that stands on its box or is raised over its neighbours, or null when there is no place. */
function standingTab(wish: TabWish, all: Surroundings): LabelScene | null {
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
  const on = (all: readonly (readonly Paragraph[])[]) =>
    firstOf(all, (way) => standOn(wish, box, way, around));
  const over = (all: readonly Paragraph[][]) => firstOf(all, (way) => raiseOver(wish, box, way, around));
  // Of a floor that fell it is said before it has its name right on it: a tenant tells the same by its hatch.
  const isFloor = box.look === 'fallen' && box.tone === 'runtime';
  return (
    on([...full, ...wish.twoLines]) ??
    over(isFloor ? full : []) ??
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

function standAll(wishes: readonly TabWish[], around: Surroundings): LabelScene[] {
  const board = trialOn(around.board);
  return wishes.flatMap((wish) => {
    const label = standingTab(wish, { ...around, board });
    if (label !== null) taken(label).forEach((rect) => board.take(rect));
    return label ?? [];
  });
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
  const shortest = wishes.map((wish) => briefer(wish, wish.oneLine.length));
  const attempts = [
    () => standAll(wishes, { ...around, size }),
    () => standAll(wishes, { ...around, size: smallest }),
    () => standAll(shortest, { ...around, size: smallest }),
    () => standAll(shortest.toReversed(), { ...around, size: smallest }),
  ];
  let best: LabelScene[] = [];
  for (const attempt of attempts) {
    const placed = attempt();
    if (placed.length > best.length) best = placed;
    if (best.length === wishes.length) break;
  }
  best.flatMap(taken).forEach((rect) => around.board.take(rect));
  return best;
}
