// What has its place before it is there: a program, a container or a machine that nobody has shipped yet.
import type { Entity, WorldView } from '../sim/engine/view';
import { floorsOf } from './name';

/** Paths in the root file system of a box; null for one whose files are not in the world. */
function pathsIn(box: Entity | undefined, view: WorldView): readonly string[] | null {
  const files = view.get(String(box?.context['root'] ?? ''))?.context['files'];
  if (typeof files !== 'string') return null;
  return (JSON.parse(files) as readonly { readonly path: string }[]).map(({ path }) => path);
}

/** Whether a box was never started, and what it is to run has not arrived. */
export function isToCome(box: Entity, view: WorldView): boolean {
  if (!box.tags.includes('off') || wasStarted(box)) return false;
  if (box.kind === 'vm') return pathsIn(view.get(box.holds[0] ?? ''), view)?.length === 0;
  if (box.kind === 'container') return pathsIn(box, view)?.length === 0;
  const { program } = box.context;
  if (box.kind !== 'process' || typeof program !== 'string') return false;
  const root = floorsOf(box, view).find(({ context }) => typeof context['root'] === 'string');
  return pathsIn(root, view)?.includes(program) === false;
}

/** Whether a box has ever left the state in which the scenario put it. */
export function wasStarted({ lastTransition }: Entity): boolean {
  return lastTransition !== null && lastTransition.from !== 'placed';
}
