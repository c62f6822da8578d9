// The tile that shows how much memory an area is: one for the common scale, one for each host with its own.
import { right, type Rect } from '../rect';
import type { HostScene, LabelScene, TileScene } from '../stage/scene';
import { sizesOf, type TextStyle } from '../stage/textStyle';
import type { StageWords } from '../stageWords';
import { textWidth } from '../text/measure';
import { lineBlock, plain, setLines } from './block';
import type { Board } from './board';
import type { HostLabels, HostToLabel } from './labelHost';

/** Between a tile and the edges of the white it lies in, px. */
const air = 6;

/** Left and right of the word on a tile, px. */
const padding = 4;

const GIB = 1024 ** 3;

/** No tile is wider than this where the smallest word has the usual 12 px; it grows with the words. */
const widest = { width: 200, atText: 12 };

/** Sizes a tile may stand for, the first choice first. */
const tileSizes = [1, 4, 16, 64, 256, 1 / 4, 1 / 16].map((gib) => gib * GIB);

/**
 * A tile in the upper right corner of the host's free memory: a square, or where the white is low a rectangle of
 * the same area. Null where none can be read.
 */
function tileOn(
  host: HostScene,
  free: readonly Rect[],
  board: Board,
  words: StageWords,
  { smallest }: TextStyle,
): TileScene | null {
  const most = (widest.width * smallest) / widest.atText;
  for (const bytes of tileSizes) {
    const area = bytes * host.scale;
    const least = { width: textWidth(words.size(bytes), smallest, 400) + 2 * padding, height: 20 };
    for (const place of free) {
      const height = Math.min(Math.sqrt(area), place.height - 2 * air);
      const width = height > 0 ? area / height : 0;
      const fits =
        width >= least.width && height >= least.height && width <= Math.min(place.width - 2 * air, most);
      const rect = { x: right(place) - air - width, y: place.y + air, width, height };
      if (!fits || !board.isFree(rect)) continue;
      board.take(rect);
      return { host: host.id, rect, bytes };
    }
  }
  return null;
}

/** Tiles of a stage; the common one lies on the host with most free room. */
export function scaleTiles(
  scenes: readonly HostToLabel[],
  labelled: readonly HostLabels[],
  words: StageWords,
  style: TextStyle,
): TileScene[] {
  const area = (at: number) =>
    Math.max(0, ...(labelled[at]?.free ?? []).map(({ width, height }) => width * height));
  const order = [...scenes.keys()].sort((a, b) => Math.round(area(b) - area(a)) || b - a);
  const tiles: TileScene[] = [];
  let isTold = false;
  for (const at of order) {
    const scene = scenes[at];
    const placed = labelled[at];
    if (scene === undefined || placed === undefined || (isTold && !scene.host.ownScale)) continue;
    const tile = tileOn(scene.host, placed.free, placed.board, words, style);
    if (tile === null) continue;
    tiles.push(tile);
    isTold ||= !scene.host.ownScale;
  }
  return tiles;
}

/** The size that a tile stands for, in its middle. */
export function tileLabel({ host, rect, bytes }: TileScene, words: StageWords, style: TextStyle): LabelScene {
  const said = words.size(bytes);
  const fits = (size: number) => textWidth(said, size, 400) <= rect.width - 2 * padding;
  const size = sizesOf(style).find(fits) ?? style.smallest;
  const block = lineBlock(plain(said), size);
  const text = {
    x: rect.x + (rect.width - block.width) / 2,
    y: rect.y + (rect.height - block.height) / 2,
    width: block.width,
    height: block.height,
  };
  return {
    key: `tile ${host}`,
    role: 'tile',
    of: [host],
    lines: setLines(block, text, 'middle'),
    align: 'middle',
    size,
    tone: 'soft',
    rect: text,
    ground: 'none',
    joins: null,
    tabTone: null,
    look: 'running',
    leaders: [],
  };
}
