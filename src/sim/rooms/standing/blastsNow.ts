// The blast radius of what fell and is still down, as the facts tell.
import type { EntityId, Fact, FactReader } from '../../engine/fact';
import type { Entity, WorldView } from '../../engine/view';
import { blast, type Blast } from './blast';

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
