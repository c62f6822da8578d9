// The tile that shows how much memory an area is: one for the common scale, one for each host with its own.
import type { EntityId } from '../../sim/engine/fact';
import { around, grow, right } from '../rect';
import type { LabelScene, TileScene } from '../stage/scene';
import { sizesOf, type TextStyle } from '../stage/textStyle';
import type { StageWords } from '../stageWords';
import { textWidth } from '../text/measure';
import type { White } from './above';
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

/** A tile, and what is said of it. */
interface Placed {
  readonly tile: TileScene;
  readonly note: LabelScene | null;
}

/**
 * A tile in the upper right corner of a white part of the host: a square, or where that is low or its word is wide a
 * rectangle of the same area. What is said of it is left of it, or else over it, in the same white. Null where there is no
 * room for both.
 */
function tileIn(
  { rect: white, flattest }: White,
  bytes: number,
  text: string | null,
  { host, words, style: { size, smallest } }: HostToLabel,
  board: Board,
): Placed | null {
  const most = Math.min((widest.width * smallest) / widest.atText, white.width - 2 * air);
  const least = textWidth(words.size(bytes), smallest, 400) + 2 * padding;
  const whole = { width: white.width - 2 * air, height: white.height - 2 * air };
  /** In a few lines, over the tile in one more; else in one that is as long as may be. */
  const said = (width: number, lines = 3) => {
    const texts = [plain(text ?? '')];
    const few = { ...whole, width: Math.min(size * 8, width) };
    return (
      fitBlock(texts, size, few, lines) ?? fitBlock(texts, smallest, { width, height: white.height - 4 }, 1)
    );
  };
  for (const isOver of text === null ? [false] : [false, true]) {
    const above = isOver ? said(whole.width, 4) : null;
    const over = above === null ? 0 : above.height + 2;
    const area = bytes * host.scale;
    const height = Math.min(Math.sqrt(area), whole.height - over, area / (least + 0.01));
    const width = area / height;
    const rect = { x: right(white) - air - width, y: white.y + air + over, width, height };
    if (!(height >= 20) || width < least || width > Math.min(most, height * flattest) || !board.isFree(rect))
      continue;
    const tile = { host: host.id, rect, bytes };
    if (text === null) {
      board.take(rect);
      return { tile, note: null };
    }
    const block = isOver ? above : said(whole.width - width - air);
    if (block === null) continue;
    const x = (isOver ? right(rect) : rect.x - air) - block.width;
    const y = isOver ? white.y + air : rect.y + Math.max(-4, (height - block.height) / 2);
    const written = { x, y, width: block.width, height: block.height };
    if (!board.isFree(written)) continue;
    // Another figure right under it would be read as what it says.
    board.take(grow(around([written, rect]) ?? written, apart));
    const label = { lines: setLines(block, written, 'end'), size: block.size, rect: written };
    return { tile, note: { ...bare(`note ${host.id}`, host.id), ...label, align: 'end' } };
  }
  return null;
}

/** Tiles of a stage with what is said beside them. */
export interface Tiles {
  readonly tiles: readonly TileScene[];
  readonly notes: readonly LabelScene[];
}

/**
 * Tiles of a stage: one for the common scale, on the host with most free room or, where none has any, above one; and one on
 * each host with its own. What a tile is for is told once, of the first: without that it says nothing.
 */
export function scaleTiles(
  scenes: readonly HostToLabel[],
  labelled: readonly HostLabels[],
  words: StageWords,
  headers: readonly LabelScene[],
): Tiles {
  const area = (at: number) =>
    Math.max(0, ...(labelled[at]?.free ?? []).map(({ width, height }) => width * height));
  const order = [...scenes.keys()].sort((a, b) => Math.round(area(b) - area(a)) || b - a);
  const found: Placed[] = [];
  /** On the first of these hosts that has room for it, of the same size wherever that can be. */
  const place = (hosts: readonly number[]) => {
    const isTold = found.some(({ note }) => note !== null);
    const whites = hosts.map((at) => {
      const { free } = labelled[at]!;
      const above = scenes[at]!.telling.late?.aboveHost(scenes[at]!, scenes, headers) ?? [];
      return [free.map((rect) => ({ rect, flattest: Infinity })), ...above];
    });
    for (let group = 0; group < (whites[0]?.length ?? 0); group++) {
      for (const bytes of tileSizes) {
        for (const text of isTold ? [null] : words.areaIsMemory()) {
          for (const [nth, at] of hosts.entries()) {
            for (const white of whites[nth]![group]!) {
              const placed = tileIn(white, bytes, text, scenes[at]!, labelled[at]!.board);
              if (placed !== null) return found.push(placed);
            }
          }
        }
      }
    }
    return 0;
  };
  place(order.filter((at) => !scenes[at]!.host.ownScale));
  for (const at of order) if (scenes[at]!.host.ownScale) place([at]);
  return { tiles: found.map(({ tile }) => tile), notes: found.flatMap(({ note }) => note ?? []) };
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
