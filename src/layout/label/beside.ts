// Tabs of thin floors beside what stands on them: on the part of the floor that is free, or beside its row with a line
// that leads there. So a guest OS is not named under the hypervisor that it stands on.
import { bottom, contains, overlaps, right, type Point, type Rect } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import { sizesOf, type TextStyle } from '../stage/textStyle';
import type { StageWords } from '../stageWords';
import { ownFloors } from './ownFloor';
import { gatherAlike, tabBlock, tabHeight, tabLabel, plateWidth, type TabWish } from './tab';
import { standOn, type Surroundings } from './standing';
import type { Paragraph } from './block';

/** Where tabs of floors may be, and in what type. */
type Around = Surroundings & TextStyle;

/** From a column to a tab beside it, and from there to a line that goes up, px. */
const [near, riser] = [8, 5] as const;

/** From a column to a tab on the floor under it: past its own tab, in sizes of type, or past the line that goes up, px. */
const [pastTab, pastLine] = [6.5, 24] as const;

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
    const y = bottom(box.drawn) - height - row * (height + air) - (row > 0 ? air : 0);
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

/** The last of several floors side by side on one level: a tab beside it is beside them all. */
function lastOfRow(boxes: readonly BoxScene[]): BoxScene | undefined {
  const sorted = boxes.toSorted((one, other) => other.exact.x - one.exact.x);
  const isLevel = boxes.every(({ drawn }) => Math.abs(bottom(drawn) - bottom(boxes[0]!.drawn)) < 1);
  return isLevel ? sorted[0] : undefined;
}

/**
 * Tabs of those of these floors that find a place above their own foot, wide floors first; what is placed is taken on
 * the board.
 */
function besideTabs(wishes: readonly TabWish[], around: Around): LabelScene[] {
  const widthOf = ({ boxes }: TabWish) => boxes[0]?.drawn.width ?? 0;
  return wishes
    .toSorted((one, other) => Math.round(widthOf(other) - widthOf(one)))
    .flatMap((wish) => {
      const box = wish.boxes.length > 1 ? lastOfRow(wish.boxes) : wish.boxes[0];
      if (box?.build !== 'floor') return [];
      const { x, width } = wish.walls ?? around.within;
      const within = { ...around.within, x, width };
      const tops = around.boxes.filter(({ parent }) => parent === box.id);
      const [far, end] = [right(box.drawn), Math.max(box.drawn.x, ...tops.map(({ drawn }) => right(drawn)))];
      const ways = [...wish.oneLine, ...(wish.each ?? [])].flatMap((line) =>
        sizesOf(around).map((size) => ({ line, size })),
      );
      for (const { line, size } of ways) {
        const stand = (isTight: boolean, x = box.drawn.x) => {
          const drawn = { ...box.drawn, x, width: far - x };
          return standOn(wish, { ...box, drawn }, [line], { ...around, within, size, isTight });
        };
        const isFar = (label: LabelScene | null) => label === null || right(label.rect) > far - 2;
        const whole = stand(false) ?? stand(true);
        // Rather than at the far end of its floor, on what carries nothing.
        const nearer = [pastTab * size, pastLine].map((by) => stand(false, end + by));
        const alone = isFar(whole) ? (nearer.find((each) => !isFar(each)) ?? whole) : whole;
        const label = (wish.boxes.length > 1 ? null : alone) ?? atRight(wish, box, line, { ...around, size });
        if (label === null) continue;
        [label.rect, ...label.leaders.flatMap(stripsOf)].forEach((rect) => around.board.take(rect));
        return [label];
      }
      return [];
    });
}

/** What is written on the host already, and the upper edge of the band that a box would be named in. */
interface Written {
  readonly labels: readonly LabelScene[];
  readonly bandTop: (box: BoxScene) => number;
}

/** Floors that this one stands on and that have their words already, over the band: they would seem to stand on it. */
function namedOver(
  { boxes: [box], under }: TabWish,
  labels: readonly LabelScene[],
  { boxes }: Surroundings,
  bandTop: Written['bandTop'],
): readonly string[] {
  const floors = boxes.filter(
    ({ id, build, drawn }) =>
      box !== undefined &&
      build === 'floor' &&
      under?.includes(id) === true &&
      bottom(drawn) <= bandTop(box) + 1,
  );
  return floors.flatMap(({ id }) => (labels.some(({ of }) => of.includes(id)) ? [id] : []));
}

/** Whether a tab on a box alike beside this one says all that this one would: it needs none in the hardware. */
const isSaidBeside = (
  { boxes: [box], oneLine: [full] }: TabWish,
  labels: readonly LabelScene[],
  boxes: readonly BoxScene[],
): boolean =>
  labels.some(
    ({ of, lines }) =>
      lines.length === 1 &&
      lines[0]?.text === full?.text &&
      boxes.some(({ id, parent, tone }) => id === of[0] && parent === box?.parent && tone === box.tone),
  );

/**
 * Tabs of floors that stand on others, above the `ground`: beside them, never over or before what stands on them; what is
 * placed is taken on the board. Those that are to hang below: none that would be named falsely there, for a word that is missing is better.
 * And the floors whose words are in the way of such; `apart` are floors that shall hang for that.
 */
export function raisedTabs(
  hanging: readonly TabWish[],
  around: Around,
  words: StageWords,
  ground: number,
  { labels, bandTop }: Written,
  apart: ReadonlySet<string>,
): {
  readonly raised: readonly LabelScene[];
  readonly low: readonly TabWish[];
  readonly inTheWay: readonly string[];
} {
  const isRaised = ({ boxes: [box] }: TabWish) =>
    box !== undefined && bottom(box.exact) < ground - 1 && !apart.has(box.id);
  const raised: LabelScene[] = [];
  const left = () => hanging.filter(({ boxes: [box] }) => !raised.some(({ of }) => of.includes(box!.id)));
  raised.push(...besideTabs(gatherAlike(hanging, words).filter(isRaised), around));
  raised.push(...ownFloors(left(), labels, around, words));
  const over = new Map(
    left().map((wish) => [wish, namedOver(wish, [...labels, ...raised], around, bandTop)]),
  );
  return {
    raised,
    low: left().filter((wish) => over.get(wish)?.length === 0 && !isSaidBeside(wish, labels, around.boxes)),
    inTheWay: [...over.values()].flat(),
  };
}
