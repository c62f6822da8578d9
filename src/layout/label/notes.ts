// Notes on empty places: the memory that is free, the reservation that nobody uses, the tile that shows the scale.
import { bottom, contains, right, type Rect } from '../rect';
import type { BoxScene, HostScene, LabelRole, LabelScene, TileScene } from '../stage/scene';
import { sizesOf, type TextStyle } from '../stage/textStyle';
import type { Board } from './board';
import { fitBlock, plain, setLines } from './block';

/** Clear room around a note, px. */
const air = 6;

/** A note in the middle of the first of these places where it fits and nothing is written yet; takes the place. */
export function noteIn(
  key: string,
  role: LabelRole,
  of: string,
  places: readonly Rect[],
  texts: readonly string[],
  board: Board,
  style: TextStyle,
): LabelScene | null {
  for (const place of places) {
    for (const size of sizesOf(style)) {
      for (const text of texts) {
        const block = fitBlock(
          [plain(text)],
          size,
          { width: place.width - 2 * air, height: place.height - 2 },
          3,
        );
        if (block === null) continue;
        const x = place.x + (place.width - block.width) / 2;
        const middle = place.y + (place.height - block.height) / 2;
        const heights = [middle, place.y + 2, bottom(place) - block.height - 2];
        const rects = heights.map((y) => ({ x, y, width: block.width, height: block.height }));
        const rect = rects.find((each) => board.isFree(each));
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
          tabTone: null,
          look: 'running',
          leaders: [],
        };
      }
    }
  }
  return null;
}

/** What is not filled of each held room, above all that stands in it; the largest first, of equals the last. */
export function unusedRects(boxes: readonly BoxScene[]): { box: BoxScene; rect: Rect }[] {
  const rooms = boxes.filter((box) => box.build === 'room' && box.held);
  const unused = rooms.map((box) => {
    const inside = boxes.filter((other) => other.id !== box.id && contains(box.exact, other.exact));
    const top = Math.min(bottom(box.exact), ...inside.map((other) => other.exact.y));
    return { box, rect: { ...box.exact, height: Math.max(0, top - box.exact.y) } };
  });
  return unused
    .reverse()
    .sort((a, b) => Math.round(b.rect.width * b.rect.height - a.rect.width * a.rect.height));
}

const GIB = 1024 ** 3;

/** Sizes a tile may stand for, the first choice first. */
const tileSizes = [1, 4, 16, 64, 256, 1 / 4, 1 / 16].map((gib) => gib * GIB);

/**
 * A tile in the upper right corner of the host's free memory: a square, or where the white is low a rectangle of
 * the same area. Null where none can be read.
 */
export function tileOn(
  host: HostScene,
  free: readonly Rect[],
  board: Board,
  wordWidth: number,
): TileScene | null {
  const least = { width: wordWidth + 8, height: 20 };
  for (const bytes of tileSizes) {
    const area = bytes * host.scale;
    for (const place of free) {
      const side = Math.sqrt(area);
      const height = Math.min(side, place.height - 2 * air);
      const width = height > 0 ? area / height : 0;
      const fits =
        width >= least.width && height >= least.height && width <= Math.min(place.width - 2 * air, 200);
      const rect = { x: right(place) - air - width, y: place.y + air, width, height };
      if (!fits || !board.isFree(rect)) continue;
      board.take(rect);
      return { host: host.id, rect, bytes };
    }
  }
  return null;
}
