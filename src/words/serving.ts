// How many of the copies on a box serve.
import type { Entity, WorldView } from '../sim/engine/view';
import { messages } from '../i18n';
import type { Lengths } from '../layout/stageWords';

/** A box and everything above it. */
function allAbove(entity: Entity, view: WorldView): Entity[] {
  const above = entity.holds.flatMap((id) => {
    const held = view.get(id);
    return held === undefined ? [] : allAbove(held, view);
  });
  return [entity, ...above];
}

/**
 * How many of the copies on a box serve, and how many are here; one that is still to come is none yet. One that was sent
 * and refused is one that does not serve, as one that did not start.
 */
export function copiesOn(entity: Entity, view: WorldView): { serving: number; all: number } {
  const here = allAbove(entity, view).filter(
    ({ id, kind, context: { service } }) =>
      kind === 'process' && typeof service === 'string' && view.deliveryOf(id) !== 'to-come',
  );
  return { serving: here.filter(({ tags }) => tags.includes('serving')).length, all: here.length };
}

/** `5 of 6 copies serving` and shorter; nothing where there are no copies. */
export function servingLengths(entity: Entity, view: WorldView): Lengths {
  const { serving, all } = copiesOn(entity, view);
  return all === 0 ? [] : messages.picture.serving(serving, all);
}

/** "5 of 6 copies serving", or null where there are no copies. */
export const servingWords = (entity: Entity, view: WorldView): string | null =>
  servingLengths(entity, view)[0] ?? null;
