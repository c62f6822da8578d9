// The exact rule of the picture: above the ground line area is memory. From a box and the room under it to rectangles.
import type { Entity } from '../../sim/engine/view';
import { bottom, type Rect } from '../rect';
import { buildOf, floorBytes, roomBytes, type Build, type Claims } from './claim';
import { columnWidths } from './columns';

/** A box with the rectangle that the rule gives it, before any gap is taken from the inside. */
export interface PlacedBox {
  readonly entity: Entity;
  readonly build: Build;
  /** A floor's own memory, a room's whole size, or what a wrapping contains. */
  readonly exact: Rect;
  /** Upper edge of all that stands in or on it. */
  readonly top: number;
  /** Floors under it, its host being 0. */
  readonly depth: number;
  readonly parent: string;
}

/** Where a box may stand: a column with its lower edge and the height it may use. */
interface Column {
  readonly x: number;
  readonly width: number;
  readonly foot: number;
  readonly height: number;
}

interface Rule {
  readonly claims: Claims;
  /** px² for one byte. */
  readonly scale: number;
}

function placeAbove(box: Entity, column: Column, depth: number, rule: Rule): PlacedBox[] {
  const boxes = rule.claims.above(box);
  const areas = boxes.map((each) => rule.claims.bytesOf(each) * rule.scale);
  let { x } = column;
  return columnWidths(areas, column.width, column.height).flatMap((width, at) => {
    const above = boxes[at];
    const placed = above === undefined ? [] : placeBox(above, { ...column, x, width }, depth, box.id, rule);
    x += width;
    return placed;
  });
}

function placeBox(box: Entity, column: Column, depth: number, parent: string, rule: Rule): PlacedBox[] {
  const build = buildOf(box.kind);
  const own = build === 'room' ? roomBytes(box) : floorBytes(box);
  const ownHeight = column.width > 0 ? (own * rule.scale) / column.width : 0;
  const onto: Column =
    build === 'room'
      ? { ...column, height: ownHeight }
      : { ...column, foot: column.foot - ownHeight, height: column.height - ownHeight };
  const above = placeAbove(box, onto, depth + 1, rule);
  const crown = Math.min(onto.foot, ...above.map((each) => each.top));
  const head = build === 'wrap' ? crown : column.foot - ownHeight;
  const exact = { x: column.x, y: head, width: column.width, height: column.foot - head };
  return [{ entity: box, build, exact, top: Math.min(head, crown), depth, parent }, ...above];
}

/**
 * Every box on a host, from the ground up, inside the frame that stands for the host's RAM.
 * Overcommitted memory juts above the frame.
 */
export function stackHost(host: Entity, claims: Claims, frame: Rect): PlacedBox[] {
  const size = roomBytes(host);
  if (size <= 0 || frame.width <= 0) return [];
  const scale = (frame.width * frame.height) / size;
  const column = { x: frame.x, width: frame.width, foot: bottom(frame), height: frame.height };
  return placeAbove(host, column, 1, { claims, scale });
}

/** How many times a host's RAM its boxes claim; 1 when they fit. */
export function overcommitOf(host: Entity, claims: Claims): number {
  const size = roomBytes(host);
  return size > 0 ? Math.max(1, claims.bytesOf(host) / size) : 1;
}
