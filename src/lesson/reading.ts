// Questions that lessons ask of a world and its facts. No lesson, and nothing here, names an outcome.
import type { Entity, EntityId, Fact, Micros, WorldView } from '../sim';
import type { CheckResult, Played } from './format';

/** What a check found: all that it asks for. */
export const passed: CheckResult = { passed: true };

/** What a check found: something is missing, told to the learner in a sentence. */
export const lacks = (missing: string): CheckResult => ({ passed: false, missing });

/** Facts by which a process stopped running. */
const STOPS: readonly string[] = ['process.exited', 'process.fell', 'process.stopped', 'process.oom-killed'];

/** The first fact of this name about this box, or null. */
export function firstFact(facts: readonly Fact[], name: string, about: EntityId): Fact | null {
  return facts.find((fact) => fact.name === name && fact.about === about) ?? null;
}

/** A fact and everything that follows from it, in order. */
export function consequencesOf(facts: readonly Fact[], root: Fact): readonly Fact[] {
  const known = new Set([root.seq]);
  return facts.filter(({ seq, because }) => {
    if (because !== null && known.has(because)) known.add(seq);
    return known.has(seq);
  });
}

/** Every copy: a process that offers a service. */
export function copiesOf(world: WorldView): readonly Entity[] {
  return world.ofKind('process').filter(({ context }) => context['service'] !== null);
}

/** Whether a box stands on a floor, directly or not. A box does not stand on itself. */
export function standsOn(world: WorldView, id: EntityId, floor: EntityId): boolean {
  const below = world.get(id)?.standsOn ?? null;
  return below !== null && (below === floor || standsOn(world, below, floor));
}

/** The nearest kernel that a box stands on, or null for one that stands on nothing. */
export function kernelUnder(world: WorldView, id: EntityId): EntityId | null {
  const below = world.get(id)?.standsOn ?? null;
  if (below === null || world.get(below)?.kind === 'kernel') return below;
  return kernelUnder(world, below);
}

/** The copies that stand on a box. */
export function copiesOn(world: WorldView, floor: EntityId): readonly Entity[] {
  return copiesOf(world).filter(({ id }) => standsOn(world, id, floor));
}

/** The copies that stopped because of a fact. */
export function copiesStoppedBy({ world, facts }: Played, root: Fact): readonly EntityId[] {
  const stopped = consequencesOf(facts, root).filter(({ name }) => STOPS.includes(name));
  const copies = new Set(copiesOf(world).map(({ id }) => id));
  return [...new Set(stopped.map(({ about }) => about ?? ''))].filter((id) => copies.has(id));
}

/** The boxes of a kind that went down because of a fact, the box it is about among them. */
export function fallenBy({ world, facts }: Played, root: Fact, kind: string): readonly EntityId[] {
  const ends = ['fell', 'exited', 'panicked', 'crashed', 'lost-power'].map((end) => `${kind}.${end}`);
  const ids = consequencesOf(facts, root).flatMap(({ name, about }) => (ends.includes(name) ? [about!] : []));
  return [...new Set(ids)].filter((id) => world.get(id) !== undefined);
}

/** The copies that a break of a box took along, or null while it is not broken by `fact`. */
export function takenBy(played: Played, fact: string, about: EntityId): readonly EntityId[] | null {
  const root = firstFact(played.facts, fact, about);
  return root && copiesStoppedBy(played, root);
}

/** The fact by which a process served again after `since`, or null. */
export function servedAgain(facts: readonly Fact[], id: EntityId, since: Fact): Fact | null {
  return (
    facts.find(({ seq, name, about }) => seq > since.seq && name === 'process.up' && about === id) ?? null
  );
}

/** Whether a process served in the instant of a fact, when all that fell with it had fallen. */
export function servesAt(facts: readonly Fact[], id: EntityId, { at }: Fact): boolean {
  const last = facts.findLast(
    (fact) => fact.about === id && fact.at <= at && (fact.name === 'process.up' || STOPS.includes(fact.name)),
  );
  return last?.name === 'process.up';
}

/** How long a process was away after the fact that stopped it; null while it is away. */
export function timeAway(facts: readonly Fact[], id: EntityId, since: Fact): Micros | null {
  const back = servedAgain(facts, id, since);
  return back && back.at - since.at;
}

/** Whether a box carries a tag now. */
export function is(world: WorldView, id: EntityId, tag: Entity['tags'][number]): boolean {
  return world.get(id)?.tags.includes(tag) === true;
}
