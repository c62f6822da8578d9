// What the count of an outline may cover, from nothing at all to what can be spared: it never covers a name, a state,
// a gauge's line or another count.
import { createBoard, uprightStrip, type Board } from '../label/board';
import { bottom, centre, grow, overlaps, right, type Rect } from '../rect';
import type { LabelScene, StageScene } from '../stage/scene';

/** Notes say what the picture shows as well: what is free, what is reserved, what the tile is for. */
export const isNote = ({ role, key }: LabelScene): boolean =>
  role === 'free' || role === 'reserved' || (role === 'tile' && key.startsWith('note '));

/** From a box to a count that is at its outline, px. */
const near = 4;

/** A place for a pill is free where all of these are. */
export type Ground = readonly Pick<Board, 'isFree'>[];

/** What stands on one stage, by how much it may be covered. */
export interface Grounds {
  /** Names, states and limits, and every pill that has its place: never covered. */
  readonly words: Board;
  /** And what a VM gets of its host, under its name. */
  readonly notes: Board;
  /** The cells of the hardware. */
  readonly cores: Board;
}

const boardOf = (rects: readonly Rect[]): Board => {
  const board = createBoard();
  rects.forEach((rect) => board.take(rect));
  return board;
};

/** Below the names of VMs: cells that show what they get, and a line of words. */
function gaugesOf({ boxes, labels, textSize }: StageScene): Rect[] {
  const rooms = new Map(boxes.filter(({ build }) => build === 'room').map((box) => [box.id, box.drawn]));
  return labels.flatMap(({ role, of, rect }) => {
    const room = rooms.get(of[0] ?? '');
    if (role !== 'name' || room === undefined) return [];
    return [{ ...rect, y: bottom(rect), height: Math.min(3 * textSize, bottom(room) - bottom(rect)) }];
  });
}

/** The grounds of a scene; `limits`: lines at which memory ends. */
export function groundsOf(scene: StageScene, limits: readonly Rect[]): Grounds {
  // Nothing stands between a tab and its box.
  const withNeck = ({ rect, joins }: LabelScene): Rect =>
    joins === 'below' ? { ...rect, height: rect.height + 2 * near } : rect;
  const written = (labels: readonly LabelScene[]) => labels.map((label) => grow(withNeck(label), 1));
  return {
    words: boardOf([
      ...written(scene.labels.filter((label) => !isNote(label))),
      ...limits.map((line) => grow(line, 2)),
    ]),
    notes: boardOf([...written(scene.labels.filter(isNote)), ...gaugesOf(scene)]),
    cores: boardOf(scene.hosts.flatMap(({ cores }) => cores.map(({ rect }) => grow(rect, 1)))),
  };
}

/** What stands beside an outline. */
export interface Neighbours {
  /** VMs: hollow, but for what stands in them. */
  readonly rooms: Board;
  readonly boxes: Board;
  /** Lines that lead to them, and tiles. */
  readonly lines: Board;
  readonly rects: readonly Rect[];
}

/** Boxes beside those that are outlined: neither in the outline nor what it stands on. */
export function neighboursOf(ids: ReadonlySet<string>, scene: StageScene): Neighbours {
  const under = new Set<string>();
  const parents = new Map(scene.boxes.map(({ id, parent }) => [id, parent]));
  for (const id of ids) {
    for (let floor = parents.get(id); floor !== undefined && !under.has(floor); floor = parents.get(floor)) {
      under.add(floor);
    }
  }
  const isOwn = ({ ids: members }: { readonly ids: readonly string[] }) => members.some((id) => ids.has(id));
  const others = scene.boxes.filter(
    ({ id, bundle }) => !ids.has(id) && !under.has(id) && !(bundle?.members.some(isOwn) ?? false),
  );
  const drawn = (isRoom: boolean) =>
    boardOf(others.filter(({ build }) => (build === 'room') === isRoom).map((box) => grow(box.drawn, -0.5)));
  const leaders = scene.labels.flatMap((label) =>
    label.of.every((id) => ids.has(id))
      ? []
      : label.leaders.flatMap(([from, to]) => (from && to ? [uprightStrip(from, to)] : [])),
  );
  const lines = boardOf([...leaders, ...scene.tiles.map(({ rect }) => grow(rect, 2))]);
  return { rooms: drawn(true), boxes: drawn(false), lines, rects: others.map((box) => box.drawn) };
}

/** From a point to a rectangle, px; 0 in it. */
const distanceTo = (x: number, y: number, rect: Rect): number =>
  Math.hypot(Math.max(0, rect.x - x, x - right(rect)), Math.max(0, rect.y - y, y - bottom(rect)));

/** Whether a count lies across the middle of one of these, or right on it there. */
const liesAcross = (pill: Rect, own: readonly Rect[]): boolean =>
  own.some((rect) => overlaps(pill, { ...grow(rect, near), x: centre(rect), width: 0.1 }));

/**
 * Whether a count is seen to be at what it counts: it lies across the middle of that, or its own middle is nowhere nearer
 * to what stands beside.
 */
export function isAtOwn(pill: Rect, own: readonly Rect[], others: readonly Rect[]): boolean {
  const [x, y] = [centre(pill), pill.y + pill.height / 2];
  const nearest = (rects: readonly Rect[]) => Math.min(...rects.map((rect) => distanceTo(x, y, rect)));
  return liesAcross(pill, own) || nearest(own) <= nearest(others);
}

/** What stands nearer under a count than this is read as what it counts, if so much of it is under that; px. */
const [under, seen] = [40, 12] as const;

/**
 * Whether a count is read as that of others: it stands over these, or over one end of what it counts, and its middle is
 * not over this.
 */
export function isOverOthers(pill: Rect, own: readonly Rect[], others: readonly Rect[]): boolean {
  const shared = (rects: readonly Rect[]) =>
    rects
      .filter(({ y }) => y >= pill.y && y <= bottom(pill) + under)
      .reduce((sum, { x, width }) => {
        const both = Math.min(right(pill), x + width) - Math.max(pill.x, x);
        return sum + Math.max(0, both);
      }, 0);
  const isMiddleOver = own.some(({ x, width }) => x <= centre(pill) && centre(pill) <= x + width);
  return !isMiddleOver && (shared(own) > seen || shared(others) > seen);
}

/** Tabs that speak of nothing but these boxes. */
export const tabsOf = (ids: ReadonlySet<string>, { labels }: StageScene): Rect[] =>
  labels.flatMap(({ role, of, rect }) => (role === 'tab' && of.every((id) => ids.has(id)) ? [rect] : []));
