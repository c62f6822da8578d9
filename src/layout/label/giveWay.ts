// A floor's word leaves the place under a thin floor that stands on it to that one's tab: elsewhere it would hang under
// a neighbour, and be read as what that one stands on, or nowhere.
import { bottom, right } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import type { TextStyle } from '../stage/textStyle';
import { plain, setLines } from './block';
import type { HostToLabel } from './labelHost';
import { moved, offLine } from './offLine';
import type { Spoken } from './onBoxes';
import { plateWidth, tabBlock, tabHeight } from './tab';

/** Left and right of a word, px. */
const air = 8;

/** Between a word and the foot of its floor, and from its upper edge to that of a tab in it, px. */
const [foot, drop] = [1, 5] as const;

/** A word of one line in its smallest type at the right of its floor, where a tab as wide as the widest of these fits beside it. */
function atRight(
  label: LabelScene,
  { drawn }: BoxScene,
  under: readonly Spoken[],
  { smallest }: TextStyle,
): LabelScene | null {
  const [line] = label.lines;
  if (line === undefined || label.lines.length > 1) return null;
  const block = tabBlock([line], smallest);
  const shortest = under.map(({ speech: { names } }) =>
    Math.min(...names.map((name) => plateWidth(tabBlock([plain(name)], smallest)))),
  );
  const x = right(drawn) - foot - air / 2 - block.width;
  if (under.length === 0 || x < drawn.x + Math.max(...shortest) + air) return null;
  const y = drawn.y + (drawn.height - block.height) / 2;
  const rect = { x, y, width: block.width, height: block.height };
  return { ...label, rect, size: smallest, lines: setLines(block, rect, 'middle') };
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
    const under = thin.filter(
      ({ box }) =>
        box.build === 'floor' &&
        box.parent === floor.id &&
        box.tone !== floor.tone &&
        box.drawn.x < right(label.rect) &&
        boxes.some(({ parent }) => parent === box.id),
    );
    const ends = under.map(({ box }) => right(box.drawn));
    if (label.align !== 'start') {
      const down = bottom(floor.drawn) - foot - bottom(label.rect);
      const isUnder = label.rect.y + down >= floor.drawn.y + tabHeight(smallest) + drop;
      if (ends.length > 0 && down > 0 && isUnder) return moved(label, 0, down);
      return atRight(label, floor, under, style) ?? label;
    }
    const by = Math.max(...ends) + air - label.rect.x;
    if (!(by > 0) || right(label.rect) + by > right(floor.drawn) - air) return label;
    return moved(label, by, 0);
  });
}
