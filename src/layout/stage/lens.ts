// A bundle opened: its boxes one by one, in rows, at a larger scale that is stated.
import type { Entity, WorldView } from '../../sim/engine/view';
import { labelOnBoxes } from '../label/onBoxes';
import { tell } from '../label/telling';
import { tileLabel } from '../label/tiles';
import type { Rect } from '../rect';
import { textWidth } from '../text/measure';
import { claimsOf } from './claim';
import { boxScenes } from './hostScene';
import { createLensRows, type LensRows } from './lensRows';
import type { StageOptions } from './layoutStage';
import type { BoxScene, StageScene, TileScene } from './scene';
import { placeBox } from './stack';
import { textStyleFor, type TextStyle } from './textStyle';

/** The scene of a lens; it has no hosts, only boxes on shelves. */
export interface LensScene extends StageScene {
  /** How many times as large as on the stage an area is. */
  readonly times: number;
  /** The floor that the boxes stand on, once for each row. */
  readonly shelves: readonly Rect[];
}

const MIB = 1024 ** 2;

/** Sizes that the tile of a lens may stand for, the first choice first. */
const tileSizes = [1024, 256, 64, 16, 4, 1].map((mib) => mib * MIB);

/** Largest side of the tile, px. */
const largestTile = 64;

/** A square that says what an area is, at the right end of the strip above the rows; null where none can be read. */
function tileOf(
  box: BoxScene,
  scale: number,
  width: number,
  word: (bytes: number) => number,
): TileScene | null {
  for (const bytes of tileSizes) {
    const side = Math.sqrt(bytes * scale);
    if (side > largestTile || side < word(bytes) + 8) continue;
    return { host: box.host, bytes, rect: { x: width - side - 2, y: 2, width: side, height: side } };
  }
  return null;
}

function membersOf(box: BoxScene, view: WorldView): Entity[] {
  return (box.bundle?.members ?? []).flatMap(({ id }) => view.get(id) ?? []);
}

/** The strip for the tile, px; so much is left above the rows where there is one. */
const stripFor = (tile: TileScene | null): number => (tile === null ? 4 : tile.rect.height + 10);

interface Size {
  readonly width: number;
  readonly height: number;
}

function rowsFor(members: readonly Entity[], box: BoxScene, hostScale: number, size: Size, style: TextStyle) {
  const largest = Math.max(0, ...(box.bundle?.members ?? []).map(({ bytes }) => bytes));
  const isRoom = members[0]?.kind === 'vm';
  return createLensRows({ count: members.length, largest: largest * hostScale, isRoom }, size, style.size);
}

function placeAll(
  members: readonly Entity[],
  rows: LensRows,
  box: BoxScene,
  rule: Parameters<typeof placeBox>[4],
) {
  return members.flatMap((entity, at) => {
    const place = rows.placeOf(at);
    return placeBox(entity, place, box.depth, box.parent, rule);
  });
}

/**
 * The boxes of a bundle in a lens that has this room (CSS px), `hostScale` being the stage's px² for one byte. The
 * scene is higher than the room where more rows are needed. Bundles inside its boxes are bundles again.
 */
export function layoutLens(
  view: WorldView,
  box: BoxScene,
  hostScale: number,
  size: Size,
  options: StageOptions,
): LensScene {
  const { words, text: style = textStyleFor(size.width) } = options;
  const claims = claimsOf(view);
  const members = membersOf(box, view);
  const wide = (bytes: number) => textWidth(words.size(bytes), style.smallest, 400);
  const free = rowsFor(members, box, hostScale, { ...size, height: size.height - largestTile - 10 }, style);
  const scale = hostScale * free.times;
  const tile = tileOf(box, scale, size.width, wide);
  const rows = free.below(stripFor(tile), size.height);
  const placed = placeAll(members, rows, box, { claims, scale });
  const boxes = boxScenes(placed, { view, host: box.host, claims, scale });
  const { labels } = labelOnBoxes({
    boxes,
    view,
    words,
    telling: { ...tell(view, words, options.memory), late: options.late },
    style,
  });
  const tiles = tile === null ? [] : [tile];
  return {
    width: size.width,
    height: rows.height,
    hosts: [],
    boxes,
    arrivals: [],
    labels: [...labels, ...tiles.map((each) => tileLabel(each, words, style))],
    tiles,
    unplaced: [],
    textSize: style.size,
    rows: [],
    lines: 0,
    overcommit: 1,
    shelf: 0,
    times: rows.times,
    shelves: rows.shelves,
  };
}
