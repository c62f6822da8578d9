// The blast radius: what falls with a box, as the structure says.
import type { EntityId } from '../../engine/fact';
import type { Entity, WorldView } from '../../engine/view';

/** A set of boxes that fall, or fell, together. */
export interface Blast {
  /** The box that broke. */
  readonly root: EntityId;
  /** Seq of the fact that began it; null for a preview. */
  readonly cause: number | null;
  /** All boxes that fell, the root included, floors before what stood on them. */
  readonly fell: readonly EntityId[];
  /** Boxes that stand, but lack something that fell. */
  readonly suffers: readonly EntityId[];
  /** Copies (processes with a service) among `fell` and among `suffers`. */
  readonly copiesFell: number;
  readonly copiesSuffer: number;
  /** It did not come as far as to run: nothing stopped. */
  readonly isNotStarted: boolean;
  /** Somebody ended the box that broke, or began it anew, and nothing of it fell since on its way back. */
  readonly isOrdered: boolean;
  /** The kernel ended it, for want of memory. */
  readonly isOomKilled: boolean;
}

/** How a blast came about, where the box did not just break. */
export type Ending = Partial<Pick<Blast, 'isNotStarted' | 'isOrdered' | 'isOomKilled'>>;

/** What would go down if this box went down now: everything alive that stands on it, and nothing else. */
export function blastIfDown(view: WorldView, id: EntityId): Blast {
  const fell: EntityId[] = [];
  collectAbove(view, id, fell);
  const gone = new Set(fell);
  const suffers = view.entities
    .filter((entity) => entity.tags.includes('up') && !gone.has(entity.id))
    .filter((entity) => entity.needs.some((need) => gone.has(need)))
    .map((entity) => entity.id);
  return blast(view, id, null, withItsContainer(view, id, fell), suffers);
}

function collectAbove(view: WorldView, id: EntityId, found: EntityId[]): void {
  const entity = view.get(id);
  if (entity === undefined || !isAlive(entity)) return;
  found.push(id);
  for (const above of entity.holds) collectAbove(view, above, found);
  const { takes } = entity.context;
  if (typeof takes === 'string' && !found.includes(takes)) collectAbove(view, takes, found);
}

/** A container's first process is the container's life: when it goes, the box and all in it go. */
function withItsContainer(view: WorldView, id: EntityId, fell: EntityId[]): EntityId[] {
  const floor = view.get(view.get(id)?.standsOn ?? '');
  if (fell.length === 0 || floor?.kind !== 'container' || floor.holds[0] !== id) return fell;
  const all: EntityId[] = [];
  collectAbove(view, floor.id, all);
  return all;
}

/** A blast of these boxes that just broke. */
export function blast(
  view: WorldView,
  root: EntityId,
  cause: number | null,
  fell: readonly EntityId[],
  suffers: readonly EntityId[],
): Blast {
  return Object.freeze({
    root,
    cause,
    fell: Object.freeze(fell),
    suffers: Object.freeze(suffers),
    copiesFell: copies(view, fell),
    copiesSuffer: copies(view, suffers),
    isNotStarted: false,
    isOrdered: false,
    isOomKilled: false,
  });
}

function copies(view: WorldView, ids: readonly EntityId[]): number {
  return ids.filter((id) => typeof view.get(id)?.context['service'] === 'string').length;
}

function isAlive(entity: Entity): boolean {
  return entity.tags.includes('up') || entity.tags.includes('starting');
}
