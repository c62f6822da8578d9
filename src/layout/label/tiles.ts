// The tile that shows how much memory an area is: one for the common scale, one for each host with its own.
import type { EntityId } from '../../sim/engine/fact';
import { around, grow, right, type Rect } from '../rect';
import type { HostScene, LabelScene, TileScene } from '../stage/scene';
import { sizesOf, type TextStyle } from '../stage/textStyle';
import type { StageWords } from '../stageWords';
import { textWidth } from '../text/measure';
import { fitBlock, lineBlock, plain, setLines } from './block';
import type { Board } from './board';
import type { HostLabels, HostToLabel } from './labelHost';

/** Between a tile and the edges of the white it lies in, px. */
const air = 6;

/** Between what is said of a tile and any other note, px. */
const apart = 14;

/** Left and right of the word on a tile, px. */
const padding = 4;

const GIB = 1024 ** 3;

/** No tile is wider than this where the smallest word has the usual 12 px; it grows with the words. */
const widest = { width: 200, atText: 12 };

/** Sizes a tile may stand for, the first choice first. */
const tileSizes = [1, 4, 16, 64, 256, 1 / 4, 1 / 16, 1 / 64].map((gib) => gib * GIB);

/** A tile, and the white that it lies in. */
interface Placed {
  readonly tile: TileScene;
  readonly white: Rect;
}

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
): Placed | null {
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
      return { tile: { host: host.id, rect, bytes }, white: place };
    }
  }
  return null;
}

/** Tiles of a stage with what is said beside them. */
export interface Tiles {
  readonly tiles: readonly TileScene[];
  readonly notes: readonly LabelScene[];
}

/** What the tile is for, left of it where that is white; null where there is no room for it. */
function noteBeside(
  { tile, white }: Placed,
  board: Board,
  words: StageWords,
  style: TextStyle,
): LabelScene | null {
  const { rect } = tile;
  const most = style.size * 8;
  const room = { width: Math.min(most, rect.x - 2 * air - white.x), height: white.height - 2 * air };
  for (const text of words.areaIsMemory()) {
    const block = fitBlock([plain(text)], style.size, room, 3);
    if (block === null) continue;
    const y = rect.y + Math.max(0, (rect.height - block.height) / 2);
    const written = { x: rect.x - air - block.width, y, width: block.width, height: block.height };
    if (!board.isFree(written)) continue;
    // Another figure right under it would be read as what it says.
    board.take(grow(around([written, rect]) ?? written, apart));
    return {
      ...bare(`note ${tile.host}`, tile.host),
      lines: setLines(block, written, 'end'),
      align: 'end',
      size: block.size,
      rect: written,
    };
  }
  return null;
}

/** Tiles of a stage; the common one lies on the host with most free room. What it is for is told once. */
export function scaleTiles(
  scenes: readonly HostToLabel[],
  labelled: readonly HostLabels[],
  words: StageWords,
  style: TextStyle,
): Tiles {
  const area = (at: number) =>
    Math.max(0, ...(labelled[at]?.free ?? []).map(({ width, height }) => width * height));
  const order = [...scenes.keys()].sort((a, b) => Math.round(area(b) - area(a)) || b - a);
  const tiles: TileScene[] = [];
  const notes: LabelScene[] = [];
  let isTold = false;
  const place = (whites: (at: number) => readonly Rect[] | undefined) => {
    for (const at of order) {
      const scene = scenes[at];
      const placed = labelled[at];
      if (scene === undefined || placed === undefined || (isTold && !scene.host.ownScale)) continue;
      const found = tileOn(scene.host, whites(at) ?? [], placed.board, words, style);
      if (found === null) continue;
      tiles.push(found.tile);
      const note = notes.length === 0 ? noteBeside(found, placed.board, words, style) : null;
      if (note !== null) notes.push(note);
      isTold ||= !scene.host.ownScale;
    }
  };
  place((at) => labelled[at]?.free);
  // Where no host has white enough, it stands above one.
  if (tiles.length === 0) place((at) => scenes[at]?.telling.late?.aboveHost(scenes[at]));
  return { tiles, notes };
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
    ...bare(`tile ${host}`, host),
    lines: setLines(block, text, 'middle'),
    align: 'middle',
    size,
    rect: text,
  };
}

type Placement = Pick<LabelScene, 'lines' | 'align' | 'size' | 'rect'>;

/** What all words of tiles have in common. */
const bare = (key: string, host: EntityId): Omit<LabelScene, keyof Placement> => ({
  key,
  role: 'tile',
  of: [host],
  tone: 'soft',
  ground: 'none',
  joins: null,
  tabTone: null,
  look: 'running',
  leaders: [],
});
