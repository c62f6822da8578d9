// Tabs that stand on their box, for thin boxes with nothing above them, such as a runtime beside its containers.
import { bottom, centre, contains, overlaps, right, type Rect } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import { uprightStrip, type Board } from './board';
import type { Paragraph } from './block';
import { plateWidth, tabBlock, tabHeight, tabLabel, type TabWish } from './tab';

/** Between a raised tab and what it stands over, px. */
const air = 3;

export interface Surroundings {
  /** Where tabs may be: the host's frame with what juts above it. */
  readonly within: Rect;
  /** Every box of the host. */
  readonly boxes: readonly BoxScene[];
  readonly board: Board;
  readonly size: number;
}

/** Boxes that the tab would hide: all but the rooms it is in. */
function hidden(plate: Rect, box: BoxScene, boxes: readonly BoxScene[]): BoxScene[] {
  return boxes.filter(
    (other) =>
      other.id !== box.id &&
      overlaps(plate, other.drawn) &&
      !(other.build !== 'floor' && contains(other.exact, plate)),
  );
}

/** Places right on the box: over its middle, or flush with one of its ends, within the host. */
function plates(box: BoxScene, width: number, height: number, within: Rect): Rect[] {
  const y = box.drawn.y - height + 1;
  const clamp = (x: number) => Math.max(within.x + 1, Math.min(x, right(within) - width - 1));
  const starts = [centre(box.drawn) - width / 2, right(box.drawn) - width, box.drawn.x];
  return starts.map((x) => ({ x: Math.round(clamp(x)), y, width, height }));
}

function standOn(
  wish: TabWish,
  box: BoxScene,
  lines: readonly Paragraph[],
  around: Surroundings,
): LabelScene | null {
  const block = tabBlock(lines, around.size);
  const height = tabHeight(around.size, lines.length);
  for (const plate of plates(box, plateWidth(block), height, around.within)) {
    const isFree = hidden(plate, box, around.boxes).length === 0 && around.board.isFree(plate);
    if (isFree && contains(around.within, plate))
      return tabLabel(wish, block, { plate, joins: 'below', leaders: [] });
  }
  return null;
}

/** Rows of tabs that may be raised over each other. */
const mostRows = 4;

function raiseOver(
  wish: TabWish,
  box: BoxScene,
  lines: readonly Paragraph[],
  around: Surroundings,
): LabelScene | null {
  const block = tabBlock(lines, around.size);
  const height = tabHeight(around.size);
  for (const low of plates(box, plateWidth(block), height, around.within)) {
    const over = Math.min(...hidden(low, box, around.boxes).map((other) => other.drawn.y), box.drawn.y);
    for (let row = 0; row < mostRows; row += 1) {
      const plate = { ...low, y: over - air - height - row * (height + air) };
      const x = Math.max(plate.x + 4, Math.min(centre(box.drawn), right(plate) - 4));
      const leader = [
        { x, y: bottom(plate) },
        { x, y: box.drawn.y },
      ] as const;
      const reaches = x > box.drawn.x && x < right(box.drawn) && around.board.isFree(uprightStrip(...leader));
      const isFree = hidden(plate, box, around.boxes).length === 0 && around.board.isFree(plate);
      if (reaches && isFree && contains(around.within, plate)) {
        return tabLabel(wish, block, { plate, joins: null, leaders: [leader] });
      }
    }
  }
  return null;
}

/** The label of a tab that stands on its box or is raised over its neighbours, or null when there is no place. */
export function standingTab(wish: TabWish, around: Surroundings): LabelScene | null {
  const box = wish.boxes[0];
  if (box === undefined) return null;
  const oneLine = wish.oneLine.map((line) => [line]);
  for (const lines of [...oneLine, ...wish.twoLines]) {
    const label = standOn(wish, box, lines, around);
    if (label !== null) return label;
  }
  for (const lines of oneLine) {
    const label = raiseOver(wish, box, lines, around);
    if (label !== null) return label;
  }
  return null;
}
