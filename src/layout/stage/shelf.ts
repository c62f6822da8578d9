// Machines that are off hold no memory and take no area: equal tiles on a shelf under their host's name.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import type { Rect } from '../rect';
import { isOffRoom, standing } from './claim';
import { drawnRect } from './drawn';
import { lookOf, toneOf } from './look';
import type { BoxScene } from './scene';

/** Between two tiles, and below them, px. */
const gap = 4;

/** No more rows of tiles: in a crowd they get narrower, and go without their words. */
const mostRows = 3;

/** A machine that is off, with the floor it would stand on. */
interface Shelved {
  readonly entity: Entity;
  readonly parent: EntityId;
  /** Floors under it, its host being 0. */
  readonly depth: number;
}

/** Height of one row of tiles with the gap below it, px: a finger finds it. */
export const shelfRow = (textSize: number): number => Math.max(24, Math.ceil(textSize * 1.7)) + gap;

/** Least width of a tile, in sizes of its words; where the stage must fit, a short name is enough. */
const leastTile = (fits: boolean): number => (fits ? 2.5 : 3.6);

const perRow = (count: number, width: number, textSize: number, fits: boolean): number =>
  Math.max(1, Math.floor((width + gap) / (textSize * leastTile(fits) + gap)), Math.ceil(count / mostRows));

/** Rows that so many tiles make on a host of this width. */
export const shelfRows = (count: number, width: number, textSize: number, fits = false): number =>
  Math.ceil(count / perRow(count, width, textSize, fits));

/** What is off on a host, from the ground up; what stands in a machine that is off is in its tile. */
export function shelvedOn(host: Entity, view: WorldView, depth = 1): Shelved[] {
  return standing(host, view).flatMap((entity) =>
    isOffRoom(entity) ? [{ entity, parent: host.id, depth }] : shelvedOn(entity, view, depth + 1),
  );
}

/** A box and all that stands in and on it. */
const idsIn = (box: Entity, view: WorldView): EntityId[] => [
  box.id,
  ...standing(box, view).flatMap((each) => idsIn(each, view)),
];

/** The tiles of one host; the first row begins at the upper edge of `room`, whose height does not matter. */
export function shelfScenes(
  host: Entity,
  view: WorldView,
  room: Rect,
  textSize: number,
  fits = false,
): BoxScene[] {
  const shelved = shelvedOn(host, view);
  const inRow = perRow(shelved.length, room.width, textSize, fits);
  const width = Math.min(textSize * 6, (room.width + gap) / Math.min(inRow, shelved.length) - gap);
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
