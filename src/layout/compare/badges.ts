// Where the mark of a differing box stands: in one of its corners, beside what is written there.
import type { EntityId } from '../../sim/engine/fact';
import type { OutlineScene } from '../outline/layoutOutlines';
import { createBoard } from '../label/board';
import { bottom, grow, overlaps, right, type Rect } from '../rect';
import type { BoxScene, StageScene } from '../stage/scene';

/** The mark of one box: a disc with the sign "differs". */
export interface DifferBadge {
  readonly id: EntityId;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Room between the disc and the edges of its box, px. */
const INSET = 2;

/** A box to mark. */
interface Marked {
  readonly id: EntityId;
  readonly rect: Rect;
  /** Host, upper edge and height: boxes that stand side by side share it. */
  readonly row: string;
}

/**
 * Marks for boxes by id. One that only wraps what is marked itself goes without, so does what is not drawn. Whether
 * there is a mark is never a matter of room. A bundle is marked for any of its boxes.
 */
export function differBadges(
  scene: StageScene,
  outlines: readonly OutlineScene[],
  ids: ReadonlySet<EntityId>,
): DifferBadge[] {
  const radius = Math.round(scene.textSize * 0.5);
  const board = createBoard();
  for (const { rect } of scene.labels) board.take(rect);
  for (const { pill } of outlines) if (pill !== null) board.take(pill.rect);
  const all = markedIn(scene, ids);
  return [...new Set(all.map(({ row }) => row))].flatMap((key) => {
    const row = all.filter((each) => each.row === key);
    const places = placesIn(row, radius, (place) => board.isFree(disc({ ...place, radius })));
    return row.map(({ id, rect }, at) => {
      const place = places[at];
      // A low floor full of its word: a smaller mark on its edge.
      const badge = place === undefined ? onEdge(rect, radius) : { ...place, radius };
      board.take(grow(disc(badge), 1));
      return { id, ...badge };
    });
  });
}

/** The foundations and boxes that are to have a mark, from the ground up. */
function markedIn(scene: StageScene, ids: ReadonlySet<EntityId>): Marked[] {
  const rowOf = (host: EntityId, { y, height }: Rect) => `${host} ${Math.round(y)} ${Math.round(height)}`;
  const isWrapped = (id: EntityId) => scene.boxes.some((box) => box.parent === id && ids.has(box.id));
  const differs = ({ id, bundle }: BoxScene) =>
    ids.has(id) || bundle?.members.some((member) => member.ids.some((each) => ids.has(each))) === true;
  const hosts = scene.hosts.filter(({ id }) => ids.has(id));
  const boxes = scene.boxes.filter(
    (box) => differs(box) && box.drawn.width > 0 && !(box.build === 'wrap' && isWrapped(box.id)),
  );
  return [
    ...hosts.map(({ id, foundation: rect }) => ({ id, rect, row: rowOf(id, rect) })),
    ...boxes.map(({ id, host, drawn: rect }) => ({ id, rect, row: rowOf(host, rect) })),
  ];
}

/** A free place for each box of a row: the same corner of all of them where it is free in all. */
function placesIn(
  row: readonly Marked[],
  radius: number,
  isFree: (place: Place) => boolean,
): (Place | undefined)[] {
  const corners = row.map(({ rect }) => cornersOf(rect, radius));
  const common = corners[0]?.findIndex((_, at) => corners.every((each) => isFree(each[at]!))) ?? -1;
  const taken: Rect[] = [];
  const take = (place: Place): boolean => {
    const rect = disc({ ...place, radius });
    const takes = isFree(place) && !taken.some((each) => overlaps(each, rect));
    if (takes) taken.push(grow(rect, 1));
    return takes;
  };
  return corners.map((each) => [each[common], ...each].find((place) => place !== undefined && take(place)));
}

const disc = ({ x, y, radius }: Omit<DifferBadge, 'id'>): Rect => ({
  ...{ x: x - radius, y: y - radius },
  ...{ width: 2 * radius, height: 2 * radius },
});

/** Part of the size that a mark has where there is no room for it. */
const SMALL = 0.75;

const onEdge = (rect: Rect, radius: number) => ({
  ...{ x: right(rect), y: rect.y + rect.height / 2 },
  radius: Math.round(radius * SMALL),
});

type Place = { readonly x: number; readonly y: number };

/** Centres to try: corners inside, then on the upper edge; a box lower than the disc is straddled. */
function cornersOf(rect: Rect, radius: number): [Place, ...Place[]] {
  const inset = radius + INSET;
  const isLow = rect.height < 2 * inset;
  const middle = rect.y + rect.height / 2;
  const [top, foot] = isLow ? [middle, middle] : [rect.y + inset, bottom(rect) - inset];
  const isNarrow = rect.width < 2 * inset;
  const centre = rect.x + rect.width / 2;
  const [start, end] = isNarrow ? [centre, centre] : [rect.x + inset, right(rect) - inset];
  return [
    { x: end, y: top },
    { x: start, y: top },
    { x: end, y: foot },
    { x: start, y: foot },
    { x: end, y: rect.y - INSET },
    { x: start, y: rect.y - INSET },
    { x: centre, y: rect.y - INSET },
    { x: end, y: bottom(rect) + INSET },
    ...alongEdges(rect, inset, radius),
  ];
}

/**
 * Places along the upper edge, on it and right over it, then on the lower one, from the right on: a word that fills its
 * box leaves those.
 */
function alongEdges(rect: Rect, inset: number, radius: number): Place[] {
  const steps = Math.max(1, Math.floor((rect.width - 2 * inset) / radius));
  const starts = Array.from({ length: steps }, (_, at) => right(rect) - inset - at * radius);
  return [rect.y - INSET, rect.y - radius + 1, bottom(rect) + INSET].flatMap((y) =>
    starts.map((x) => ({ x, y })),
  );
}
