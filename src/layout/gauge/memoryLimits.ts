// Where the memory of a container ends, to the scale of its host: as far above its ground as its limit is area.
import type { Entity, WorldView } from '../../sim/engine/view';
import { bottom, type Rect } from '../rect';
import type { HostScene, StageScene } from '../stage/scene';

/** A lying line so many bytes above the foot of a box; null where there is none, or it would be above its host. */
function limitLine(bytes: number | null, exact: Rect, { scale, frame }: HostScene): Rect | null {
  if (bytes === null || exact.width <= 0) return null;
  const y = bottom(exact) - (bytes * scale) / exact.width;
  return y < frame.y ? null : { x: exact.x, y, width: exact.width, height: 0 };
}

/** Where the memory of a container ends (`memory.max`), and where the kernel begins to slow it down (`memory.high`). */
export function memoryLines(
  { memory, context }: Entity,
  exact: Rect,
  host: HostScene,
): { readonly limit: Rect | null; readonly high: Rect | null } {
  const high = Number(context['memoryHighBytes'] ?? 0);
  return { limit: limitLine(memory.size, exact, host), high: limitLine(high > 0 ? high : null, exact, host) };
}

/** The lines of all containers of a scene that have one and run. */
export function limitLines(scene: StageScene, view: WorldView): Rect[] {
  return scene.boxes.flatMap(({ id, host, exact }) => {
    const box = view.get(id);
    const on = scene.hosts.find((each) => each.id === host);
    if (box?.kind !== 'container' || on === undefined || !box.tags.includes('up')) return [];
    const { limit, high } = memoryLines(box, exact, on);
    return [limit ?? [], high ?? []].flat();
  });
}
