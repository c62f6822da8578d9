// Scale tiles beside counts: one that a count would lie on is drawn lower and wider, its area is what it says.
import { contains, overlaps, type Rect } from '../rect';
import type { LabelScene, StageScene } from '../stage/scene';

/** Between a tile and the count under it, and the least height of a tile with its word, px. */
const [apart, lowest] = [3, 20] as const;

/** A scene in which no count lies on a tile, where that has room to give way: its upper right corner stays. */
export function lowerTiles(scene: StageScene, counts: readonly Rect[]): StageScene {
  let { labels } = scene;
  const tiles = scene.tiles.map((tile) => {
    const { x, y, width, height } = tile.rect;
    const under = counts.filter((count) => overlaps(count, tile.rect));
    const left = Math.min(...under.map((count) => count.y - apart - y));
    if (left < lowest || left > height) return tile;
    const wider = (width * height) / left - width;
    const rect = { x: x - wider, y, width: width + wider, height: left };
    const isOwn = ({ key }: LabelScene) => key === `tile ${tile.host}`;
    const isFree = labels.every((label) => isOwn(label) || !overlaps(label.rect, rect));
    if (!isFree || !scene.hosts.some(({ frame }) => contains(frame, rect))) return tile;
    const move = <T extends { readonly x: number; readonly y: number }>(it: T): T => ({
      ...it,
      x: it.x - wider / 2,
      y: it.y + (left - height) / 2,
    });
    labels = labels.map((label) =>
      isOwn(label) ? { ...label, rect: move(label.rect), lines: label.lines.map(move) } : label,
    );
    return { ...tile, rect };
  });
  return labels === scene.labels ? scene : { ...scene, tiles, labels };
}
