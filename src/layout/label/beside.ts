// Tabs of thin floors beside what stands on them: on the part of the floor that is free, or beside its column with a line
// that leads there. So a guest OS is not named under the hypervisor that it stands on.
import { bottom, contains, overlaps, right, type Point, type Rect } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import { tabBlock, tabHeight, tabLabel, plateWidth, type TabWish } from './tab';
import { standOn, type Surroundings } from './standing';
import type { Paragraph } from './block';

/** From a column to a tab beside it, and from there to a line that goes up, px. */
const [near, riser] = [8, 5] as const;

/** Rows of tabs over each other that may stand beside a column, and what is between them, px. */
const rows = 3;
const air = 4;

/** The strip that a line covers, upright or level. */
const strip = (a: Point, b: Point): Rect => ({
  x: Math.min(a.x, b.x) - 1.5,
  y: Math.min(a.y, b.y) - 1.5,
  width: Math.abs(a.x - b.x) + 3,
  height: Math.abs(a.y - b.y) + 3,
});

const stripsOf = (line: readonly Point[]): Rect[] =>
  line.slice(1).map((point, at) => strip(line[at]!, point));

/** At the right of its column, as high as its floor or a row above, where nothing stands and nothing is written. */
function atRight(wish: TabWish, box: BoxScene, line: Paragraph, around: Surroundings): LabelScene | null {
  const block = tabBlock([line], around.size);
  const [width, height] = [plateWidth(block), tabHeight(around.size)];
  const from = { x: right(box.drawn), y: box.drawn.y + box.drawn.height / 2 };
  const isHidden = (rect: Rect) =>
    around.boxes.some(({ drawn }) => overlaps(rect, drawn) && right(drawn) > from.x);
  for (let row = 0; row < rows; row += 1) {
    const y = bottom(box.drawn) - height - row * (height + air);
    const plate = { x: from.x + near, y, width, height };
    const turn = { x: from.x + near + riser, y: from.y };
    const leader = row === 0 ? [from, { ...from, x: plate.x }] : [from, turn, { ...turn, y: y + height }];
    const strips = stripsOf(leader);
    const isFree = [plate, ...strips].every((rect) => around.board.isFree(rect) && !isHidden(rect));
    if (contains(around.within, plate) && isFree)
      return tabLabel(wish, block, { plate, joins: null, leaders: [leader] });
  }
  return null;
}

/**
 * Tabs of those of these floors that find a place above their own foot, wide floors first; what is placed is taken on
 * the board.
 */
export function besideTabs(wishes: readonly TabWish[], around: Surroundings): LabelScene[] {
  const widthOf = ({ boxes }: TabWish) => boxes[0]?.drawn.width ?? 0;
  return wishes
    .toSorted((one, other) => Math.round(widthOf(other) - widthOf(one)))
    .flatMap((wish) => {
      const [box] = wish.boxes;
      if (box?.build !== 'floor' || wish.boxes.length > 1) return [];
      const { x, width } = wish.walls ?? around.within;
      const within = { ...around.within, x, width };
      for (const line of wish.oneLine) {
        const label = standOn(wish, box, [line], { ...around, within }) ?? atRight(wish, box, line, around);
        if (label === null) continue;
        [label.rect, ...label.leaders.flatMap(stripsOf)].forEach((rect) => around.board.take(rect));
        return [label];
      }
      return [];
    });
}
