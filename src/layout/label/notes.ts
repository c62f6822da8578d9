// Notes on empty places: the memory that is free, the reservation that nobody uses.
import { bottom, contains, type Rect } from '../rect';
import type { BoxScene, LabelRole, LabelScene } from '../stage/scene';
import { sizesOf, type TextStyle } from '../stage/textStyle';
import { lineHeight } from '../text/measure';
import type { Board } from './board';
import { fitBlock, plain, setLines } from './block';

/** Clear room around a note, px. */
export const air = 6;

/** From the upper edge of a place to the lower, and from side to side: its middle, and where that is taken, its ends after all others. */
const downs = [1 / 2, 1 / 4, 3 / 4, 0, 1];
const sides = [1 / 2, 1 / 4, 3 / 4, 1 / 8, 0, 1];

/** Sizes to try in a place: one that is hardly too low for a line is told in hardly smaller words. */
function sizesIn({ height }: Rect, style: TextStyle): number[] {
  const most = Math.floor((100 * (height - 2)) / lineHeight) / 100;
  return sizesOf({ ...style, size: Math.max(style.smallest, Math.min(style.size, most)) });
}

/** A note in the first of these places where it fits and nothing is written yet; takes the place. `apart`: px to any other word beside it. */
export function noteIn(
  key: string,
  role: LabelRole,
  of: string,
  places: readonly Rect[],
  texts: readonly string[],
  board: Board,
  style: TextStyle,
  apart = 4,
  alongs: readonly number[] = sides,
): LabelScene | null {
  for (const place of places) {
    for (const size of sizesIn(place, style)) {
      for (const text of texts) {
        const block = fitBlock(
          [plain(text)],
          size,
          { width: place.width - 2 * air, height: place.height - (role === 'free' ? 0 : 2) },
          3,
        );
        if (block === null) continue;
        const { width, height } = block;
        const rects = downs.flatMap((down) =>
          alongs.map((along) => ({
            x: place.x + air + along * (place.width - width - 2 * air),
            y: place.y + 2 + down * (place.height - height - 4),
            width,
            height,
          })),
        );
        const rect = rects.find((each) =>
          board.isFree({ ...each, x: each.x - apart, width: each.width + 2 * apart }),
        );
        if (rect === undefined) continue;
        board.take(rect);
        return {
          key,
          role,
          of: [of],
          lines: setLines(block, rect, 'middle'),
          align: 'middle',
          size,
          tone: 'soft',
          rect,
          ground: role === 'reserved' ? 'halo' : 'none',
          joins: null,
          tabTone: null,
          look: 'running',
          leaders: [],
        };
      }
    }
  }
  return null;
}

/**
 * What is not filled of each room, above all that stands in it; the largest first, of equals the last. Of those that are
 * kept whole, as they are drawn with dots, unless others are asked for.
 */
export function unusedRects(
  boxes: readonly BoxScene[],
  isMeant = ({ held }: BoxScene): boolean => held,
): { box: BoxScene; rect: Rect }[] {
  const rooms = boxes.filter((box) => box.build === 'room' && isMeant(box));
  const unused = rooms.map((box) => {
    const inside = boxes.filter((other) => other.id !== box.id && contains(box.exact, other.exact));
    const top = Math.min(bottom(box.exact), ...inside.map((other) => other.exact.y));
    return { box, rect: { ...box.exact, height: Math.max(0, top - box.exact.y) } };
  });
  return unused
    .reverse()
    .sort((a, b) => Math.round(b.rect.width * b.rect.height - a.rect.width * a.rect.height));
}
