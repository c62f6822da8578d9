// Where the memory of a container ends, to the scale of its host: as far above its ground as its limit is area.
import type { WorldView } from '../../sim/engine/view';
import { bottom, type Rect } from '../rect';
import type { HostScene, StageScene } from '../stage/scene';

/** A lying line so many bytes above the foot of a box; null where there is none, or it would be above its host. */
export function limitLine(bytes: number | null, exact: Rect, { scale, frame }: HostScene): Rect | null {
  if (bytes === null || exact.width <= 0) return null;
  const y = bottom(exact) - (bytes * scale) / exact.width;
  return y < frame.y ? null : { x: exact.x, y, width: exact.width, height: 0 };
}

/** The lines of all containers of a scene that have a limit and run. */
export function limitLines(scene: StageScene, view: WorldView): Rect[] {
  return scene.boxes.flatMap(({ id, host, exact }) => {
    const box = view.get(id);
    const on = scene.hosts.find((each) => each.id === host);
    if (box?.kind !== 'container' || on === undefined || !box.tags.includes('up')) return [];
    return limitLine(box.memory.size, exact, on) ?? [];
  });
}
