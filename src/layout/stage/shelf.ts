// Machines and programs that were not started, or are off where there is no place for them, hold no memory and take no
// area: equal tiles on a shelf under their host's name. A crowd of them is one long tile: a bundle.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import type { Rect } from '../rect';
import { bundleLook, bundleOf } from './bundle';
import { standing, type Claims } from './claim';
import { drawnRect } from './drawn';
import { lookOf, toneOf } from './look';
import type { BoxScene } from './scene';

/** Between two tiles, and below them, px. */
const gap = 4;

/** No more rows of tiles: where they would need more, or be too narrow for their names, they are gathered. */
const mostRows = 2;

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

/** Where there is room, a tile is so wide: `VM 1: off`, or `search: not started`. */
const usualTile = 6;
const wideTile = 10.5;

const perRow = (width: number, textSize: number, fits: boolean): number =>
  Math.max(1, Math.floor((width + gap) / (textSize * leastTile(fits) + gap)));

/** Whether so many tiles, each on its own, would be more than have a name. */
const isCrowd = (count: number, width: number, textSize: number, fits: boolean): boolean =>
  count > mostRows * perRow(width, textSize, fits);

/** So few tiles are not gathered for want of room for their names. */
const few = 3;

/** Whether tiles are so many that they are gathered where one of them has no room for its name. */
export const mayGather = (tiles: readonly BoxScene[]): boolean => tiles.length > few;

/** Rows that so many tiles make on a host of this width. */
export const shelfRows = (count: number, width: number, textSize: number, fits = false): number =>
  isCrowd(count, width, textSize, fits) ? 1 : Math.ceil(count / perRow(width, textSize, fits));

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

/** A box and all that stands in and on it. */
const idsIn = (box: Entity, view: WorldView): EntityId[] => [
  box.id,
  ...standing(box, view).flatMap((each) => idsIn(each, view)),
];

/**
 * The tiles of one host; the first row begins at the upper edge of `room`, whose height does not matter. `gathered`: one
 * for all where they are not a few.
 */
export function shelfScenes(
  host: Entity,
  view: WorldView,
  room: Rect,
  textSize: number,
  claims: Claims,
  { fits = false, gathered = false }: { readonly fits?: boolean | undefined; readonly gathered?: boolean },
): BoxScene[] {
  const shelved = shelvedOn(host, view, claims);
  if ((gathered && shelved.length > few) || isCrowd(shelved.length, room.width, textSize, fits))
    return [crowdScene(host, shelved, room, textSize, claims)];
  const inRow = perRow(room.width, textSize, fits);
  const widest = shelved.some(({ entity }) => entity.kind !== 'vm') ? wideTile : usualTile;
  const width = Math.min(textSize * widest, (room.width + gap) / Math.min(inRow, shelved.length) - gap);
  const height = shelfRow(textSize);
  return shelved.map(({ entity, parent, depth }, at) => {
    const x = room.x + (at % inRow) * (width + gap);
    const exact = { x, y: room.y + Math.floor(at / inRow) * height, width, height: height - gap };
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
  const exact = { ...room, height: shelfRow(textSize) - gap };
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
