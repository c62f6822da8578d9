// Tabs raised over the neighbours of their box, with a line down to it.
import { bottom, centre, contains, overlaps, right, type Rect } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import type { Paragraph } from './block';
import { uprightStrip } from './board';
import { neck, plates, widthIn, type RaiseTab, type Surroundings } from './standing';
import { tabBlock, tabHeight, tabLabel, type TabWish } from './tab';

/** Rows of tabs that may be raised over each other. */
const mostRows = 6;

/** So much of a tab beside its box is over the box: its line leads down there, px. */
const overlap = 12;

/** Where most of a tab is beside its box: for one whose middle is taken. */
function besides(plate: Rect, { drawn }: BoxScene, within: Rect): Rect[] {
  const starts = [right(drawn) - overlap, drawn.x + overlap - plate.width];
  return starts.flatMap((x) => (x >= within.x && x + plate.width <= right(within) ? [{ ...plate, x }] : []));
}

/** A place for a tab, with the line down from it. */
interface Raised {
  readonly label: LabelScene | null;
  readonly length: number;
}

/** The places over a box for one way to say it: the nearest to it first or, where it is to be far, that over its middle. */
function placesFor(
  wish: TabWish,
  box: BoxScene,
  lines: readonly Paragraph[],
  around: Surroundings,
): Raised[] {
  const block = tabBlock(lines, around.size);
  const height = tabHeight(around.size, lines.length);
  const width = widthIn(block, around.within);
  const places = plates(box, width, height, around.within);
  const found = [...places, ...besides(places[0]!, box, around.within)].flatMap((low) => {
    const column = { ...low, y: around.within.y, height: bottom(low) - around.within.y };
    const floors = around.boxes.filter((other) => other.build === 'floor' && overlaps(column, other.drawn));
    const inTheWay = floors.filter((other) => other.id !== box.id && overlaps(low, other.drawn));
    const over = Math.min(...inTheWay.map((other) => other.drawn.y), box.drawn.y);
    const x = Math.max(low.x + 4, Math.min(centre(box.drawn), right(low) - 4));
    if (x <= box.drawn.x || x >= right(box.drawn)) return [];
    for (let row = 0; row < mostRows; row += 1) {
      const plate = { ...low, y: over - neck - height - row * (height + neck) };
      if (!contains(around.within, plate)) break;
      const leader = [
        { x, y: bottom(plate) },
        { x, y: box.drawn.y },
      ] as const;
      const isFree = around.board.isFree(plate) && around.board.isFree(uprightStrip(...leader));
      if (!isFree || floors.some((other) => overlaps(plate, other.drawn))) continue;
      const length = box.drawn.y - bottom(plate);
      const joins = length > neck + 1 ? null : 'below';
      return [{ label: tabLabel(wish, block, { plate, joins, leaders: [leader] }), length }];
    }
    return [];
  });
  const byLength = found.toSorted((one, other) => Math.round(one.length - other.length));
  return around.isFar ? [...found.filter((each) => isNear(each, around)), ...byLength] : byLength;
}

/** Whether a tab is no more than a row of others over its box: from farther up, nobody follows its line. */
const isNear = ({ length }: Raised, { size }: Surroundings): boolean => length <= tabHeight(size) + 2 * neck;

/**
 * A raised tab may lie over the hollow of several rooms, but over no floor; in fewer words near its box rather than in more
 * of them far from it.
 */
export const raiseOver: RaiseTab = (wish, box, ways, around) => {
  const found = ways.flatMap((lines) => placesFor(wish, box, lines, around).slice(0, 1));
  const near = found.find((each) => isNear(each, around));
  return (near ?? found.toSorted((one, other) => Math.round(one.length - other.length))[0])?.label ?? null;
};
