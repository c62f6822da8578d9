// What dots mean, right above a VM in which it has no room, with a line that leads down to them.
import { bottom, contains, grow, overlaps, right, type Rect } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import { sizesOf } from '../stage/textStyle';
import { lineHeight } from '../text/measure';
import { lineBlock, plain, setLines, type Block } from './block';
import { uprightStrip, type Board } from './board';
import type { HostToLabel } from './labelHost';

/** Dots lower than this are not told of, and how far the line goes down into them, px. */
const least = 12;
const depth = 10;
/** Between the word and its VM, and from the walls of the VM and the ends of the word to the line, px. */
const gap = 5;
const inset = 8;
/** Rows above the VM that are tried. */
const rows = [0, 1, 2];

/** Places for a word right above these dots, over their middle first. */
function placesOver(dots: Rect, { width, height, size }: Block): Rect[] {
  const spare = dots.width - width;
  const lefts = [spare / 2, 0, spare, 2 * inset - width, dots.width - 2 * inset];
  return rows.flatMap((row) => {
    const y = dots.y - gap - height - row * size * lineHeight;
    return lefts.map((left) => ({ x: dots.x + left, y, width, height }));
  });
}

/** Lines from a word down into these dots, beside the name of their VM. */
const leadersTo = (dots: Rect, word: Rect) =>
  [dots.x + inset, right(dots) - inset]
    .filter((x) => x >= word.x + inset / 2 && x <= right(word) - inset / 2)
    .map(
      (x) =>
        [
          { x, y: bottom(word) },
          { x, y: dots.y + Math.min(depth, dots.height - 2) },
        ] as const,
    );

/** A word over the first of these rooms that has white above it; null where none has. */
export function dotsAbove(
  unused: readonly { readonly box: BoxScene; readonly rect: Rect }[],
  { host, boxes, words, style }: HostToLabel,
  board: Board,
): LabelScene | null {
  const isFree = (rect: Rect, { size }: Block) =>
    contains(host.frame, grow(rect, gap)) &&
    boxes.every(({ exact }) => !overlaps(exact, rect)) &&
    board.isFree(grow(rect, size));
  const blocks = sizesOf(style).flatMap((size) =>
    words.reservedUnused().map((text) => lineBlock(plain(text), size)),
  );
  for (const { box, rect: dots } of unused.filter(({ rect }) => rect.height > least)) {
    for (const block of blocks) {
      for (const rect of placesOver(dots, block).filter((each) => isFree(each, block))) {
        const leader = leadersTo(dots, rect).find(([from, to]) => board.isFree(uprightStrip(from, to)));
        if (leader === undefined) continue;
        board.take(rect);
        board.take(uprightStrip(...leader));
        return {
          ...{ key: `reserved ${host.id}`, role: 'reserved', of: [box.id], look: 'running' },
          ...{ lines: setLines(block, rect, 'middle'), align: 'middle', size: block.size, rect },
          ...{ tone: 'soft', ground: 'halo', joins: null, tabTone: null, leaders: [leader] },
        };
      }
    }
  }
  return null;
}
