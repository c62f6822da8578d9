// Where the memory of a container ends, to the scale of its host: as far above its ground as its limit is area.
import type { Entity, WorldView } from '../../sim/engine/view';
import { bottom, type Rect } from '../rect';
import type { BoxScene, HostScene, StageScene } from '../stage/scene';

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

/** Whether the limits of a box are drawn: of a container that runs, and of one that was killed for its limit. */
export const showsLimits = ({ kind, tags, context }: Entity): boolean =>
  kind === 'container' && (tags.includes('up') || context['oomKilled'] === true);

/** The lines over one box of a host. */
function linesOver({ id, exact }: BoxScene, host: HostScene, view: WorldView): Rect[] {
  const box = view.get(id);
  if (box === undefined || !showsLimits(box)) return [];
  const { limit, high } = memoryLines(box, exact, host);
  return [limit ?? [], high ?? []].flat();
}

/** The lines of all containers of a scene that have one and run, or were killed for it. */
export function limitLines(scene: StageScene, view: WorldView): Rect[] {
  return scene.boxes.flatMap((box) => {
    const host = scene.hosts.find(({ id }) => id === box.host);
    return host === undefined ? [] : linesOver(box, host, view);
  });
}

/**
 * Between a container and where its memory ends, the line itself with it: what is free there is free for it alone. At
 * least `word` is kept above it, for what says the limit, and twice that above the line, where it would be read as the
 * limit; so is the room of bars and of what is said of them, px.
 */
export function underLimits(boxes: readonly BoxScene[], host: HostScene, view: WorldView, word = 0): Rect[] {
  return boxes.flatMap((box) => {
    const { x, width, y: foot } = box.exact;
    const tops = linesOver(box, host, view).map(({ y }) => Math.min(y - 2 * word, foot - word) - 2);
    if (view.periodOf(box.id)?.throttled) tops.push(foot - 5 * word);
    return tops.map((y) => ({ x, width, y, height: Math.max(4, foot - y) }));
  });
}
