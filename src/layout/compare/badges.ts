// Where the mark of a differing box stands: in one of its corners, beside what is written there.
import type { EntityId } from '../../sim/engine/fact';
import type { OutlineScene } from '../outline/layoutOutlines';
import { createBoard } from '../label/board';
import { bottom, grow, right, type Rect } from '../rect';
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

/**
 * Marks for boxes by id. One that only wraps what is marked itself goes without, so does what is not drawn, and what
 * has no room beside its words and stands on a box that differs too. A bundle is marked for any of its boxes.
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
  const isWrapped = (id: EntityId) => scene.boxes.some((box) => box.parent === id && ids.has(box.id));
  const differs = ({ id, bundle }: BoxScene) =>
    ids.has(id) || bundle?.members.some((member) => member.ids.some((each) => ids.has(each))) === true;
  const boxes = scene.boxes.filter(
    (box) => differs(box) && box.drawn.width > 0 && !(box.build === 'wrap' && isWrapped(box.id)),
  );
  const hosts = scene.hosts.filter(({ id }) => ids.has(id));
  const rects = [
    ...hosts.map(({ id, foundation }) => ({ id, parent: '', rect: foundation })),
    ...boxes.map(({ id, parent, drawn }) => ({ id, parent, rect: drawn })),
  ];
  const disc = ({ x, y }: Place): Rect => ({
    ...{ x: x - radius, y: y - radius },
    ...{ width: 2 * radius, height: 2 * radius },
  });
  /** Boxes in a row are marked in the same place of each, where it is free in all of them. */
  const rowOf = ({ y, height }: Rect) => `${Math.round(y)} ${Math.round(height)}`;
  const kept = new Map<string, number>();
  const placeIn = (rect: Rect): number => {
    const key = rowOf(rect);
    const row = rects.map((each) => each.rect).filter((each) => rowOf(each) === key);
    const isFree = (each: Rect, at: number) => board.isFree(disc(cornersOf(each, radius)[at]!));
    const place =
      kept.get(key) ?? cornersOf(rect, radius).findIndex((_, at) => row.every((each) => isFree(each, at)));
    kept.set(key, place);
    return place;
  };
  return rects.flatMap(({ id, parent, rect }) => {
    const places = cornersOf(rect, radius);
    const common = places[placeIn(rect)];
    const free =
      common && board.isFree(disc(common)) ? common : places.find((each) => board.isFree(disc(each)));
    // Where only words are, the mark of the box below it speaks for it.
    if (free === undefined && ids.has(parent)) return [];
    // A low floor full of its word: a smaller mark on its edge.
    const badge = free === undefined ? onEdge(rect, radius) : { ...free, radius };
    board.take(grow(disc(badge), 1));
    return [{ id, ...badge }];
  });
}

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
