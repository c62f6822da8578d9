// Where the header of a host stands that is drawn under another host.
import type { HostScene, TileScene } from '../stage/scene';
import type { HostToLabel } from './labelHost';

/** A host as its header stands over it: under other hosts right over its own, where no tile lies between them. */
export function underHeader(
  { host }: HostToLabel,
  all: readonly HostToLabel[],
  scale: readonly TileScene[],
  height: number,
): HostScene {
  const isFirst = all.every((other) => other.host.area.y >= host.area.y);
  const tiles = all.flatMap(({ boxes }) => boxes.filter(({ build }) => build === 'tile'));
  const rects = [...tiles.map(({ drawn }) => drawn), ...scale.map(({ rect }) => rect)];
  const isOver = rects.some(({ y }) => y >= host.area.y && y < host.frame.y);
  return isFirst || isOver ? host : { ...host, area: { ...host.area, y: host.area.y + height } };
}
