// Tabs that stand on their box, for thin boxes with nothing above them, such as a runtime beside its containers.
import { bottom, centre, contains, overlaps, right, type Rect } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import { uprightStrip, type Board } from './board';
import { plateWidth, tabBlock, tabHeight, tabLabel, type TabWish } from './tab';

/** Between a raised tab and what it stands over, px. */
const air = 3;

interface Surroundings {
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
      !((other.build === 'room' || other.build === 'wrap') && contains(other.exact, plate)),
  );
}

function plates(box: BoxScene, width: number, height: number, within: Rect): Rect[] {
  const y = box.drawn.y - height;
  const clamp = (x: number) => Math.max(within.x + 1, Math.min(x, right(within) - width - 1));
  const starts = [centre(box.drawn) - width / 2, right(box.drawn) - width, box.drawn.x];
  return starts.map((x) => ({ x: Math.round(clamp(x)), y, width, height }));
}

/** The label of a tab that stands on its box or is raised over its neighbours, or null when there is no place. */
export function standingTab(wish: TabWish, around: Surroundings): LabelScene | null {
  const box = wish.boxes[0];
  if (box === undefined) return null;
  for (const text of wish.texts) {
    const block = tabBlock(text, wish, around.size);
    for (const plate of plates(box, plateWidth(block), tabHeight(around.size), around.within)) {
      const inTheWay = hidden(plate, box, around.boxes);
      const over = Math.min(box.drawn.y, ...inTheWay.map((other) => other.drawn.y - air));
      const raised = { ...plate, y: over - plate.height };
      const foot = { x: Math.max(plate.x, Math.min(centre(box.drawn), right(plate))), y: box.drawn.y };
      const head = { x: foot.x, y: bottom(raised) };
      const isRaised = inTheWay.length > 0;
      const fits =
        contains(around.within, raised) &&
        hidden(raised, box, around.boxes).length === 0 &&
        around.board.isFree(raised) &&
        (!isRaised ||
          (head.x > box.drawn.x &&
            head.x < right(box.drawn) &&
            around.board.isFree(uprightStrip(head, foot))));
      if (fits) return tabLabel(wish, block, raised, isRaised ? [[head, foot]] : []);
    }
  }
  return null;
}
