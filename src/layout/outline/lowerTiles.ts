// Scale tiles beside counts: one that a count would lie on is drawn lower and wider, its area is what it says.
import { bottom, centre, overlaps, right, type Rect } from '../rect';
import type { LabelScene, StageScene, TileScene } from '../stage/scene';

/** Between a tile and the count under it, and from a tile to its host's frame, px. */
const [apart, air] = [3, 6] as const;
/** A tile is no lower, px: its word is in it. */
const lowest = 20;

/** The tile as large as it was, from its upper right corner down to what lies on it; as it was where it has no room. */
function lowerTile(tile: TileScene, { hosts, labels }: StageScene, counts: readonly Rect[]): TileScene {
  const { rect: old, host } = tile;
  const foot = Math.min(...counts.filter((count) => overlaps(count, old)).map(({ y }) => y - apart));
  const height = foot - old.y;
  if (!(height >= lowest && foot < Infinity)) return tile;
  const width = (old.width * old.height) / height;
  const rect = { x: right(old) - width, y: old.y, width, height };
  const frame = hosts.find(({ id }) => id === host)?.frame;
  const isFree = labels.every((label) => label.key === `tile ${host}` || !overlaps(label.rect, rect));
  return frame && rect.x >= frame.x + air && isFree ? { ...tile, rect } : tile;
}

/** What stands in the middle of a tile, moved with that. */
function movedLabel(label: LabelScene, from: Rect, to: Rect): LabelScene {
  const x = centre(to) - centre(from);
  const y = (bottom(to) - bottom(from)) / 2;
  const move = <T extends { readonly x: number; readonly y: number }>(it: T): T => ({
    ...it,
    x: it.x + x,
    y: it.y + y,
  });
  return { ...label, rect: move(label.rect), lines: label.lines.map(move) };
}

/** A scene in which no count lies on a tile, where the tile can give way. */
export function lowerTiles(scene: StageScene, counts: readonly Rect[]): StageScene {
  const tiles = scene.tiles.map((tile) => lowerTile(tile, scene, counts));
  const moved = scene.tiles.filter((tile, at) => tile !== tiles[at]);
  if (moved.length === 0) return scene;
  const labels = scene.labels.map((label) => {
    const at = scene.tiles.findIndex(({ host }) => label.key === `tile ${host}`);
    return at < 0 ? label : movedLabel(label, scene.tiles[at]!.rect, tiles[at]!.rect);
  });
  return { ...scene, tiles, labels };
}
