// Machines and programs that were not started, or are off where there is no place for them, hold no memory and take no
// area: equal tiles on a shelf under their host's name. A crowd of them is one long tile: a bundle.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import type { Rect } from '../rect';
import { textWidth } from '../text/measure';
import { bundleLook, bundleOf } from './bundle';
import { standing, type Claims } from './claim';
import { drawnRect } from './drawn';
import { lookOf, toneOf } from './look';
import type { BoxScene } from './scene';
import { sizesOf, type TextStyle } from './textStyle';

/** Between two tiles, and below them, px. */
const gap = 4;

/** No more rows of tiles, but for those that are not many: where they would need more to say how they are, they are gathered. */
const mostRows = 2;
const notMany = { tiles: 12, rows: 3 };

/** A box that waits outside, with the floor it would stand on. */
interface Shelved {
  readonly entity: Entity;
  readonly parent: EntityId;
  /** Floors under it, its host being 0. */
  readonly depth: number;
}

/** Height of one row of tiles with the gap below it, px: a finger finds it. */
export const shelfRow = (textSize: number): number => Math.max(24, Math.ceil(textSize * 1.7)) + gap;

/** Least width of a tile, in sizes of its words; where the stage must fit, a short name is enough. */
const leastTile = (fits: boolean): number => (fits ? 3.1 : 3.6);

/** Where there is room, a tile is at least so wide, in sizes of its words. */
const usualTile = 6;

/** White right of a crowd, in sizes of its words: for what says how much memory an area is, where all else is full. */
const besideCrowd = 12;

/** From the words to both edges of a tile, px. */
const edges = 6;

const perRow = (width: number, least: number): number =>
  Math.max(1, Math.floor((width + gap) / (least + gap)));

/** Whether so many tiles, each on its own, would be more than have a name. */
const isCrowd = (count: number, width: number, least: number): boolean =>
  count > mostRows * perRow(width, least);

/** So few tiles are not gathered for want of room for their names. */
const few = 3;

/** Whether tiles are so many that they are gathered where one of them has no room for its name. */
export const mayGather = (tiles: readonly BoxScene[]): boolean => tiles.length > few;

/** Rows that these tiles make. */
export const shelfRows = (tiles: readonly BoxScene[]): number =>
  new Set(tiles.map(({ exact }) => exact.y)).size;

/** Left edge and width of a tile in its row, which counts from 0. */
interface Slot {
  readonly row: number;
  readonly x: number;
  readonly width: number;
}

/** Equal tiles, as wide as they need or as their rows, which are even, have room for. */
const equalSlots = (count: number, room: number, most: number, usual: number): Slot[] => {
  const inRow = Math.ceil(count / Math.ceil(count / most));
  const width = Math.min(usual, (room + gap) / inRow - gap);
  return Array.from({ length: count }, (_, at) => {
    return { row: Math.floor(at / inRow), x: (at % inRow) * (width + gap), width };
  });
};

/** One tile after the other, each as wide as its words: fewer rows where they differ much. */
function slotsInTurn(widths: readonly number[], room: number): Slot[] {
  let row = 0;
  let x = 0;
  return widths.map((width) => {
    if (x > 0 && x + width > room) {
      row += 1;
      x = 0;
    }
    x += width + gap;
    return { row, x: x - width - gap, width };
  });
}

const rowsOf = (slots: readonly Slot[]): number => Math.max(0, ...slots.map(({ row }) => row + 1));

/** Where tiles stand that say these words; null where so many rows are not enough for that. */
function slotsFor(
  words: readonly string[],
  room: number,
  { size, smallest }: TextStyle,
  rows: number,
): Slot[] | null {
  const widthIn = (size: number) => words.map((text) => textWidth(text, size, 700) + edges);
  const usual = Math.max(size * usualTile, ...widthIn(size));
  const told = equalSlots(words.length, room, perRow(room, Math.max(...widthIn(smallest))), usual);
  const inTurn = sizesOf({ size, smallest }).map((size) => slotsInTurn(widthIn(size), room));
  const least = rowsOf(inTurn.at(-1)!);
  const best = rowsOf(told) <= least ? told : inTurn.find((slots) => rowsOf(slots) === least)!;
  const most = words.length <= notMany.tiles ? notMany.rows : mostRows;
  return rowsOf(best) <= Math.min(most, rows) ? best : null;
}

/**
 * What is off on a host, from the ground up; what stands in a machine that is off is in its tile. A monitor comes with
 * its container: one that has none yet is not shown.
 */
function shelvedOn(host: Entity, view: WorldView, claims: Claims, depth = 1): Shelved[] {
  return standing(host, view).flatMap((entity) => {
    if (!claims.isOutside(entity)) return shelvedOn(entity, view, claims, depth + 1);
    return entity.kind === 'monitor' ? [] : [{ entity, parent: host.id, depth }];
  });
}

/** Who speaks on the tile of a box: on that of a container what is in it. */
export const speakerOn = (box: Entity, view: WorldView): Entity =>
  (box.kind === 'container' ? standing(box, view)[0] : undefined) ?? box;

/** A box and all that stands in and on it. */
const idsIn = (box: Entity, view: WorldView): EntityId[] => [
  box.id,
  ...standing(box, view).flatMap((each) => idsIn(each, view)),
];

/** How the tiles of a host are set. */
interface Setting {
  readonly fits?: boolean | undefined;
  /** One for all where they are not a few. */
  readonly gathered: boolean;
  /** Where they would need more rows than these they are one as well. */
  readonly mostTiles?: number;
  /** What a box says on its tile. */
  readonly says: (box: Entity) => string;
}

/** The tiles of one host; the first row begins at the upper edge of `room`, whose height does not matter. */
export function shelfScenes(
  host: Entity,
  view: WorldView,
  room: Rect,
  style: TextStyle,
  claims: Claims,
  { fits = false, gathered, mostTiles = Infinity, says }: Setting,
): BoxScene[] {
  const shelved = shelvedOn(host, view, claims);
  const shortest = style.size * leastTile(fits);
  const isMany = shelved.length > few;
  const told =
    (gathered && isMany) || isCrowd(shelved.length, room.width, shortest)
      ? null
      : slotsFor(
          shelved.map(({ entity }) => says(speakerOn(entity, view))),
          room.width,
          style,
          isMany ? mostTiles : Infinity,
        );
  if (told === null && isMany) return [crowdScene(host, shelved, room, style.size, claims)];
  const height = shelfRow(style.size);
  const count = shelved.length;
  const slots = told ?? equalSlots(count, room.width, perRow(room.width, shortest), style.size * usualTile);
  return shelved.map(({ entity, parent, depth }, at) => {
    const { row, x, width } = slots[at]!;
    const exact = { x: room.x + x, y: room.y + row * height, width, height: height - gap };
    return {
      id: entity.id,
      host: host.id,
      parent,
      depth,
      build: 'tile',
      look: lookOf(entity),
      tone: toneOf(entity),
      exact,
      drawn: drawnRect(exact),
      held: false,
      bundle: null,
      within: idsIn(entity, view),
      ...(view.deliveryOf(speakerOn(entity, view).id) === 'refused' && { isRefused: true }),
    };
  });
}

/** All that is off on a host as one tile. */
function crowdScene(
  host: Entity,
  shelved: readonly Shelved[],
  room: Rect,
  textSize: number,
  claims: Claims,
): BoxScene {
  const width = Math.max(room.width / 2, room.width - textSize * besideCrowd);
  const exact = { ...room, width, height: shelfRow(textSize) - gap };
  const off = shelved.map(({ entity }) => entity);
  const bundle = bundleOf(off, exact, claims, 0);
  return {
    id: `bundle/${host.kind}-${host.name}-shelf`,
    host: host.id,
    parent: shelved[0]?.parent ?? host.id,
    depth: shelved[0]?.depth ?? 1,
    build: 'tile',
    look: bundleLook(bundle),
    tone: bundle.parts[0]?.tone ?? 'program',
    exact,
    drawn: drawnRect(exact),
    held: false,
    bundle,
    within: off.map(({ id }) => id),
  };
}
