// A floor's word leaves the place under a thin floor that stands on it to that one's tab: elsewhere it would hang under
// a neighbour, and be read as what that one stands on, or nowhere.
import { bottom, right } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import { setLines } from './block';
import type { HostToLabel } from './labelHost';
import { moved, offLine } from './offLine';
import type { Spoken } from './onBoxes';
import { tabBlock, tabHeight } from './tab';

/** Left and right of a word, px. */
const air = 8;

/** Width of a tab of one word, in sizes of its type. */
const oneWord = 7;

/** Between a word and the foot of its floor, and from its upper edge to that of a tab in it, px. */
const [foot, drop] = [1, 5] as const;

/** A word of one line in its smallest type at the right of its floor, where that leaves a tab of one word its place. */
function atRight(label: LabelScene, { drawn }: BoxScene, size: number): LabelScene {
  const block = tabBlock(label.lines, size);
  const x = right(drawn) - air / 2 - block.width;
  if (label.lines.length > 1 || x < drawn.x + oneWord * size) return label;
  const y = drawn.y + (drawn.height - block.height) / 2;
  const rect = { x, y, width: block.width, height: block.height };
  return { ...label, rect, size, lines: setLines(block, rect, 'middle') };
}

/** The labels on boxes: those of rooms off the line of their host; a floor's stands right of thin floors that carry others over it or, in the middle, at its foot. */
export function giveWay(
  labels: readonly LabelScene[],
  thin: readonly Spoken[],
  scene: Pick<HostToLabel, 'host' | 'boxes' | 'style'>,
): readonly LabelScene[] {
  const { boxes, style } = scene;
  const { smallest } = style;
  return offLine(labels, scene).map((label) => {
    const floor = boxes.find(({ id, build }) => id === label.of[0] && build === 'floor');
    // In a lower floor no tab hangs.
    if (floor === undefined || floor.drawn.height < tabHeight(smallest) + 8) return label;
    const ends = thin.flatMap(({ box }) =>
      box.build === 'floor' &&
      box.parent === floor.id &&
      box.tone !== floor.tone &&
      box.drawn.x < right(label.rect) &&
      boxes.some(({ parent }) => parent === box.id)
        ? right(box.drawn)
        : [],
    );
    if (label.align !== 'start') {
      const down = bottom(floor.drawn) - foot - bottom(label.rect);
      const isUnder = label.rect.y + down >= floor.drawn.y + tabHeight(smallest) + drop;
      if (ends.length === 0) return label;
      return down > 0 && isUnder ? moved(label, 0, down) : atRight(label, floor, smallest);
    }
    const by = Math.max(...ends) + air - label.rect.x;
    if (!(by > 0) || right(label.rect) + by > right(floor.drawn) - air) return label;
    return moved(label, by, 0);
  });
}
