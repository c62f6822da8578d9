// A floor's word leaves the place under a thin floor that stands on it to that one's tab: elsewhere it would hang under
// a neighbour, and be read as what that one stands on.
import { right } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import type { Spoken } from './onBoxes';
import type { TextStyle } from '../stage/textStyle';
import { tabHeight } from './tab';

/** Left and right of a word, px. */
const air = 8;

/** The labels on boxes; a floor's stands right of thin floors that carry others over it, where it has room there. */
export function giveWay(
  labels: readonly LabelScene[],
  thin: readonly Spoken[],
  boxes: readonly BoxScene[],
  { smallest }: TextStyle,
): readonly LabelScene[] {
  return labels.map((label) => {
    const floor = label.align === 'start' ? boxes.find(({ id }) => id === label.of[0]) : undefined;
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
    const by = Math.max(...ends) + air - label.rect.x;
    if (!(by > 0) || right(label.rect) + by > right(floor.drawn) - air) return label;
    return {
      ...label,
      lines: label.lines.map((line) => ({ ...line, x: line.x + by })),
      rect: { ...label.rect, x: label.rect.x + by },
    };
  });
}
