// The exact rule of the picture: above the ground line area is memory. From a box and the room under it to rectangles.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity } from '../../sim/engine/view';
import { bottom, type Rect } from '../rect';
import { buildOf, roomBytes, type Build, type Claims } from './claim';
import { columnWidths, widthOfRooms } from './columns';
import { crowdsAmong, gatherColumns, leastWidth, type Column } from './gather';

/** A box with the rectangle that the rule gives it, before any gap is taken from the inside. */
export interface PlacedBox {
  readonly id: EntityId;
  readonly entity: Entity;
  /** All that are in a bundle, `entity` being the first; empty in every other box. */
  readonly gathered: readonly Entity[];
  readonly build: Build;
  /** A floor's own memory, a room's whole size, or what a wrapping contains. */
  readonly exact: Rect;
  /** Upper edge of all that stands in or on it. */
  readonly top: number;
  /** Floors under it, its host being 0. */
  readonly depth: number;
  readonly parent: string;
}

/** Where a box may stand: a place with its lower edge and the height it may use. */
export interface Place {
  readonly x: number;
  readonly width: number;
  readonly foot: number;
  readonly height: number;
}

/** By what boxes are placed. */
export interface Rule {
  readonly claims: Claims;
  /** px² for one byte. */
  readonly scale: number;
}

/** The upper edge of all that stands on a foot line. */
const highest = (placed: readonly PlacedBox[], foot: number): number =>
  placed.reduce((top, each) => Math.min(top, each.top), foot);

/**
 * Several boxes as one: as wide as they are, and as high as all their memory makes it. Bundles of one floor are told
 * apart by the place of their first box among those that stand there, which no fall changes.
 */
function placeBundle(
  columns: readonly Column[],
  place: Place,
  at: { readonly depth: number; readonly parent: Entity; readonly first: number },
): PlacedBox[] {
  const gathered = columns.map(({ box }) => box);
  const [entity] = gathered;
  if (entity === undefined) return [];
  const area = columns.reduce((sum, column) => sum + column.area, 0);
  const height = place.width > 0 ? area / place.width : 0;
  const exact = { x: place.x, y: place.foot - height, width: place.width, height };
  const id = `bundle/${at.parent.kind}-${at.parent.name}-${at.first}`;
  const { depth, parent } = at;
  return [{ id, entity, gathered, build: 'bundle', exact, top: exact.y, depth, parent: parent.id }];
}

function placeAbove(parent: Entity, place: Place, depth: number, rule: Rule): PlacedBox[] {
  const boxes = rule.claims.above(parent);
  const areas = boxes.map((each) => rule.claims.bytesOf(each) * rule.scale);
  const gathered = crowdsAmong(boxes);
  const leasts = boxes.map((box) => leastWidth(box, place.width, gathered));
  const areRooms = boxes.every(({ kind }) => buildOf(kind) === 'room');
  const row = areRooms ? widthOfRooms(areas, place.width, place.height) : place.width;
  const widths = columnWidths(areas, row, place.height, leasts);
  const columns = boxes.map((box, at) => ({ box, width: widths[at] ?? 0, area: areas[at] ?? 0 }));
  let { x } = place;
  let first = 0;
  return gatherColumns(columns, rule.claims).flatMap((group) => {
    const width = group.reduce((sum, column) => sum + column.width, 0);
    const here = { ...place, x, width };
    const at = { depth, parent, first };
    x += width;
    first += group.length;
    return group.length > 1
      ? placeBundle(group, here, at)
      : group.flatMap(({ box }) => placeBox(box, here, depth, parent.id, rule));
  });
}

/** A box in its place, and everything on it. */
export function placeBox(
  entity: Entity,
  place: Place,
  depth: number,
  parent: string,
  rule: Rule,
): PlacedBox[] {
  const build = buildOf(entity.kind);
  const own = build === 'room' ? roomBytes(entity) : rule.claims.floorOf(entity);
  const ownHeight = place.width > 0 ? (own * rule.scale) / place.width : 0;
  const onto: Place =
    build === 'room'
      ? { ...place, height: ownHeight }
      : { ...place, foot: place.foot - ownHeight, height: place.height - ownHeight };
  const above = placeAbove(entity, onto, depth + 1, rule);
  const crown = highest(above, onto.foot);
  const head = build === 'wrap' ? crown : place.foot - ownHeight;
  const exact = { x: place.x, y: head, width: place.width, height: place.foot - head };
  const top = Math.min(head, crown);
  return [{ id: entity.id, entity, gathered: [], build, exact, top, depth, parent }, ...above];
}

/**
 * Every box on a host, from the ground up, inside the frame that stands for the host's RAM.
 * Overcommitted memory juts above the frame.
 */
export function stackHost(host: Entity, claims: Claims, frame: Rect): PlacedBox[] {
  const size = roomBytes(host);
  if (size <= 0 || frame.width <= 0) return [];
  const scale = (frame.width * frame.height) / size;
  const place = { x: frame.x, width: frame.width, foot: bottom(frame), height: frame.height };
  return placeAbove(host, place, 1, { claims, scale });
}

/** How many times a host's RAM its boxes claim; 1 when they fit. */
export function overcommitOf(host: Entity, claims: Claims): number {
  const size = roomBytes(host);
  return size > 0 ? Math.max(1, claims.bytesOf(host) / size) : 1;
}
