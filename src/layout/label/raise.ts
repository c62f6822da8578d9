// Tabs raised over the neighbours of their box, with a line down to it.
import { bottom, centre, contains, overlaps, right, type Rect } from '../rect';
import type { BoxScene } from '../stage/scene';
import { uprightStrip } from './board';
import { neck, plates, widthIn, type RaiseTab } from './standing';
import { tabBlock, tabHeight, tabLabel } from './tab';

/** Rows of tabs that may be raised over each other. */
const mostRows = 6;

/** So much of a tab beside its box is over the box: its line leads down there, px. */
const overlap = 12;

/** Where most of a tab is beside its box: for one whose middle is taken. */
function besides(plate: Rect, { drawn }: BoxScene, within: Rect): Rect[] {
  const starts = [right(drawn) - overlap, drawn.x + overlap - plate.width];
  return starts.flatMap((x) => (x >= within.x && x + plate.width <= right(within) ? [{ ...plate, x }] : []));
}

/** A raised tab may lie over the hollow of several rooms, but over no floor; of all places, the nearest to its box. */
export const raiseOver: RaiseTab = (wish, box, lines, around) => {
  const block = tabBlock(lines, around.size);
  const height = tabHeight(around.size);
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
      if (isFree && !floors.some((other) => overlaps(plate, other.drawn))) return [{ plate, leader }];
    }
    return [];
  });
  const [best] = around.isFar
    ? found
    : found.toSorted((one, other) => Math.round(other.plate.y - one.plate.y));
  if (!best) return null;
  const { plate, leader } = best;
  const joins = leader[1].y - leader[0].y > neck + 1 ? null : 'below';
  return tabLabel(wish, block, { plate, joins, leaders: [leader] });
};
