// How many of the copies on a box serve.
import type { Entity, WorldView } from '../sim/engine/view';
import { format, messages } from '../i18n';
import { isToCome } from './toCome';

/** A box and everything above it. */
function allAbove(entity: Entity, view: WorldView): Entity[] {
  const above = entity.holds.flatMap((id) => {
    const held = view.get(id);
    return held === undefined ? [] : allAbove(held, view);
  });
  return [entity, ...above];
}

/** How many of these serve, and how many are here; one that is still to come is none yet. */
export function servingOf(copies: readonly Entity[], view: WorldView): { serving: number; all: number } {
  const here = copies.filter((copy) => !isToCome(copy, view));
  return { serving: here.filter(({ tags }) => tags.includes('serving')).length, all: here.length };
}

/** How many of the copies on a box serve, and how many there are. */
export function copiesOn(entity: Entity, view: WorldView): { serving: number; all: number } {
  const copies = allAbove(entity, view).filter(
    ({ kind, context }) => kind === 'process' && typeof context['service'] === 'string',
  );
  return servingOf(copies, view);
}

/** "5 of 6 copies serving", or null where there are no copies. */
export function servingWords(entity: Entity, view: WorldView): string | null {
  const { serving, all } = copiesOn(entity, view);
  return all === 0 ? null : messages.scene.serving(format.number(serving), format.number(all));
}
