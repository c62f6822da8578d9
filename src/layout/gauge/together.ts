// What no VM has room to name by itself: said once of several beside each other, in what it is said of, or with a line
// from it down into one of them.
import type { EntityId } from '../../sim/engine/fact';
import { lineBlock, plain, setLines, type Block } from '../label/block';
import { uprightStrip, type Board } from '../label/board';
import { bottom, grow, overlaps, right, type Rect } from '../rect';
import type { BoxScene, LabelScene } from '../stage/scene';
import type { BandKind, PieceScene } from './memoryGauge';

/** The pieces of one VM. */
export interface PiecesOf {
  readonly room: BoxScene;
  readonly pieces: readonly PieceScene[];
}

/** Pieces of one kind beside each other: what they are in all, and the part that all of them reach over. */
interface Row {
  readonly bytes: number;
  readonly rect: Rect;
  readonly parts: readonly Rect[];
}

/** What is told so: not what is a narrow lane in each. */
const told: readonly BandKind[] = ['balloon', 'freed', 'swapped'];

/** Between two VMs at most, from a word to the ends of its row and to a line from it, px. */
const between = 3;
const inset = 4;
const gap = 3;
/** How far a line goes down into what it is about, px: beside the name of a VM, and above its cells. */
const depth = 12;
/** Between two words on one line that are not to be read as one, in lines of their type. */
const aside = 1.2;
/** Rows above a row of pieces that are tried. */
const rows = [0, 1, 2, 3, 4, 5];
const along = [4, 2, 6, 0, 8, 1, 3, 5, 7].map((part) => part / 8);

/** Rows of pieces of one kind, from left to right as they stand; the widest first. */
function rowsOf(all: readonly PiecesOf[], kind: BandKind): Row[] {
  const found: Row[] = [];
  for (const { bytes, rect } of all
    .flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === kind))
    .sort((one, other) => one.rect.x - other.rect.x)) {
    const last = found.at(-1);
    const y = Math.max(rect.y, last?.rect.y ?? 0);
    const foot = Math.min(bottom(rect), last === undefined ? Infinity : bottom(last.rect));
    if (last === undefined || rect.x - right(last.rect) > between || foot - y < Math.min(rect.height, inset))
      found.push({ bytes, rect, parts: [rect] });
    else {
      const { x } = last.rect;
      found[found.length - 1] = {
        bytes: last.bytes + bytes,
        rect: { x, y, width: right(rect) - x, height: foot - y },
        parts: [...last.parts, rect],
      };
    }
  }
  return found.sort((one, other) => Math.round(other.rect.width - one.rect.width));
}

/** Places for a word of this size in a row, from its middle down and up. */
const placesIn = ({ x, y, width, height }: Rect, block: Block, downs = [1 / 2, 3 / 4, 1 / 4, 1, 0]): Rect[] =>
  downs.flatMap((down) =>
    along.map((part) => ({
      x: x + inset + part * (width - block.width - 2 * inset),
      y: y + 2 + down * (height - block.height - 4),
      width: block.width,
      height: block.height,
    })),
  );

/** Places above a row, the nearest first. */
const placesOver = (row: Rect, block: Block): Rect[] =>
  rows.flatMap((at) =>
    placesIn({ ...row, y: row.y - gap - 2 - (at + 1) * block.height, height: block.height + 4 }, block, [0]),
  );

/** Where it is looked for, and what must not be covered. */
export interface TogetherGround {
  readonly boxes: readonly BoxScene[];
  /** Words, cells, edges and the line of a host: no word stands on them. */
  readonly board: Board;
  /** Words and cells alone: a line may cross an edge. */
  readonly written: Board;
  /** The lines of hosts: a word reaches over one of them only where it has no other place. */
  readonly lines: readonly Rect[];
  readonly sizes: readonly number[];
  readonly texts: (kind: BandKind, bytes: number | null) => readonly string[];
}

/** A word for each kind of which no piece has one. Takes its places. */
export function togetherNotes(
  host: EntityId,
  all: readonly PiecesOf[],
  isSaid: (kind: BandKind) => boolean,
  { boxes, board, written, lines, sizes, texts }: TogetherGround,
): LabelScene[] {
  const floors = boxes.filter(({ build }) => build === 'floor' || build === 'tile');
  const isFree = (rect: Rect) => board.isFree(grow(rect, 1));
  const set = (kind: BandKind, block: Block, rect: Rect, leaders: LabelScene['leaders']): LabelScene => {
    for (const each of [board, written]) each.take(rect);
    return {
      ...{ key: `${kind} ${host}`, role: 'reserved', of: [host], look: 'running' },
      ...{ lines: setLines(block, rect, 'middle'), align: 'middle', size: block.size, rect },
      ...{ tone: 'soft', ground: 'plate', joins: null, tabTone: null, leaders },
    };
  };
  const noteOf = (kind: BandKind, aside: number, inTheWay = lines): LabelScene | null => {
    const found = rowsOf(all, kind);
    for (const size of sizes) {
      for (const { rect: row, bytes, parts } of found) {
        for (const text of texts(kind, found.length === 1 ? bytes : null)) {
          const block = lineBlock(plain(text), size);
          if (block.width + 2 * inset > row.width) continue;
          const isIn = row.height >= block.height + 4;
          const places = isIn ? placesIn(row, block) : [];
          // Right over or under another word it would be read with it.
          const isApart = ({ x, width, ...rest }: Rect) =>
            isFree({ ...rest, x: x - aside * size, width: width + 2 * aside * size });
          const within = places.find((rect) => board.isFree(grow(rect, size / 2))) ?? places.find(isApart);
          if (within !== undefined) return set(kind, block, within, []);
          for (const rect of placesOver(row, block)) {
            if (!isFree(rect) || floors.some(({ exact }) => overlaps(exact, rect))) continue;
            const y = row.y + Math.min(row.height / 2, depth);
            const leader = parts
              .flatMap((part) => [part.x + part.width / 2, part.x + 2 * inset, right(part) - 2 * inset])
              .filter((x) => rect.x + inset <= x && x <= right(rect) - inset)
              .map(
                (x) =>
                  [
                    { x, y: bottom(rect) },
                    { x, y },
                  ] as const,
              )
              .map((points) => ({ points, strip: uprightStrip(...points) }))
              .find(({ strip }) => written.isFree(strip) && !inTheWay.some((line) => overlaps(line, strip)));
            if (leader !== undefined) return set(kind, block, rect, [leader.points]);
          }
          // In a row hardly lower than its words, which end in what is below.
          const low = placesIn({ ...row, height: block.height + 4 }, block, [0]).find((rect) =>
            written.isFree(grow(rect, 1)),
          );
          if (low !== undefined && row.height >= size) return set(kind, block, low, []);
        }
      }
    }
    return null;
  };
  return told
    .filter((kind) => !isSaid(kind))
    .flatMap((kind) => noteOf(kind, aside) ?? noteOf(kind, 0) ?? noteOf(kind, 0, []) ?? []);
}
