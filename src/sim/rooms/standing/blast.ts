// The blast radius: what falls with a box, as the structure says, and as the facts tell.
import type { EntityId, Fact, FactReader } from '../../engine/fact';
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

/** Facts with which a fall begins, or is carried on in the same instant: the box broke, was ended or began anew. */
const BREAKS = [
  'host.lost-power',
  'host.reset',
  'hypervisor.crashed',
  'vm.crashed',
  'vm.reset',
  'vm.stopped',
  'kernel.panicked',
  'runtime.crashed',
  'runtime.stopped',
  'process.exited',
  'monitor.killed',
];
/** Facts that only follow: the floor was lost, or the first process ended. */
const FALLS = [
  'hypervisor.fell',
  'vm.fell',
  'kernel.fell',
  'runtime.fell',
  'container.fell',
  'container.exited',
  'process.fell',
  'monitor.fell',
];

/**
 * What fell and is still down, one blast for each box that broke, oldest first. A box belongs to the break
 * that took it down last; one that came back since belongs to none. A fall happens in one instant: what
 * breaks later, even if it follows from the first break, is a break of its own.
 */
export function blastsNow(facts: FactReader, upTo: number, view: WorldView): Blast[] {
  const rootOf = new Map<number, number>();
  const lastDown = new Map<EntityId, number>();
  for (const fact of facts.slice(0, upTo)) {
    if (fact.about === null) continue;
    const root = rootOfFact(fact, facts, rootOf);
    if (root !== null) rootOf.set(fact.seq, root);
    if (isDown(fact)) lastDown.set(fact.about, root ?? fact.seq);
  }
  const roots = [...new Set(lastDown.values())].sort((one, other) => one - other);
  return roots
    .map((root) => {
      const taken = view.entities.filter(({ id }) => lastDown.get(id) === root);
      const down = taken.filter(({ tags }) => tags.includes('down'));
      const fell = down.map(({ id }) => id);
      const { about, name, because } = facts.read(root);
      const by = because === null ? '' : facts.read(because).name;
      const isNotStarted = by === 'process.not-loaded';
      const isByHand = /^command\./.test(by) && /\.(?:stopped|reset)$/.test(name);
      const isOrdered = isByHand && down.every(({ tags }) => tags.includes('ended'));
      const isOomKilled = by === 'process.oom-killed';
      const how = { isNotStarted, isOrdered, isOomKilled };
      return { ...blast(view, about!, root, fell, lackingAny(view, taken)), ...how };
    })
    .filter((one) => one.fell.length > 0);
}

function isDown(fact: Fact): boolean {
  return BREAKS.includes(fact.name) || FALLS.includes(fact.name);
}

/** The break that a fact follows from in its own instant; a break that follows from none is one itself. */
function rootOfFact(fact: Fact, facts: FactReader, rootOf: ReadonlyMap<number, number>): number | null {
  const inherited = fact.because === null ? undefined : rootOf.get(fact.because);
  if (inherited !== undefined && facts.read(inherited).at === fact.at) return inherited;
  return BREAKS.includes(fact.name) ? fact.seq : null;
}

/** Boxes that suffer and need one of these that is not up (again): one box may lack what several breaks took. */
function lackingAny(view: WorldView, taken: readonly Entity[]): EntityId[] {
  const missing = new Set(taken.filter(({ tags }) => !tags.includes('up')).map(({ id }) => id));
  return view.entities
    .filter(({ tags, needs }) => tags.includes('suffering') && needs.some((need) => missing.has(need)))
    .map(({ id }) => id);
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

function blast(
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
