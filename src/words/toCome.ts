// What has its place before it is there: a program, a container or a machine that nobody has shipped yet.
import type { Entity, WorldView } from '../sim/engine/view';
import { floorsOf } from './name';

/** Whether a box was never started, and what it is to run has not arrived in the files that it would find. */
export function isToCome(box: Entity, view: WorldView): boolean {
  if (!box.tags.includes('off') || !box.isAsMade) return false;
  const from = box.kind === 'vm' ? view.get(box.holds[0] ?? '') : box;
  const roots = from ? floorsOf(from, view).map(({ context }) => view.get(String(context['root']))) : [];
  const files = roots.find((root) => root !== undefined)?.context['files'];
  const { program } = box.context;
  const sought = typeof program === 'string' ? `"path":"${program}"` : '"path"';
  return typeof files === 'string' && !files.includes(sought);
}

/** Whether it was sent to a box that is not here yet, and the other end did not take it. */
export function isRefused(box: Entity, view: WorldView): boolean {
  const places = [box, ...floorsOf(box, view)].map(({ id }) => id);
  return view.ofKind('artifact').some(({ context: { refusedBy } }) =>
    String(refusedBy)
      .split(' ')
      .some((id) => places.includes(id)),
  );
}
