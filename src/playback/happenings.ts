// Where something happens next and where it happened last, and when something is due that was not played yet.
import { isGiven, weightOf } from '../layout/timeline/weight';
import type { Entity, Fact, Micros, Scenario, WorldView } from '../sim';
import type { Frame } from './frame';

/** Runs on one clock, all at the instant of the first. */
export type Together = readonly [Frame, ...Frame[]];

/** How many of the facts lie before `at`. Facts are in order of time. */
export function countBefore(facts: readonly Fact[], at: Micros): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (facts[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The instant before `head` at which something happened, or null. */
export function instantBefore(facts: readonly Fact[], head: Micros): Micros | null {
  return facts[countBefore(facts, head) - 1]?.at ?? null;
}

/** The instant after `head` at which something is known to happen, or null. */
export function instantAfter(facts: readonly Fact[], head: Micros): Micros | null {
  return facts[countBefore(facts, head + 1)]?.at ?? null;
}

/** Whether playback slows for a fact: a command or fault always, what breaks or is back once it is `rested`. */
export function isNews(name: string, rested: boolean): boolean {
  return isGiven(name) || (rested && weightOf(name) > 0);
}

/** The first instant after `head` at which a fact is known that playback slows for, or null. */
export function happeningAfter(facts: readonly Fact[], head: Micros, rested = true): Micros | null {
  for (let i = countBefore(facts, head + 1); i < facts.length; i++) {
    if (isNews(facts[i]!.name, rested)) return facts[i]!.at;
  }
  return null;
}

/**
 * The first instant after the view's own at which something is due that playback slows for, or null: a fault
 * always, once it is `rested` also the end of a copy's delay. The boot of a floor and the wait before it are none.
 */
export function happeningDue(view: WorldView, scenario: Scenario | null, rested: boolean): Micros | null {
  const isCounted = ({ kind, tags }: Entity) => kind === 'process' && !tags.includes('waiting');
  return dueAfter({ at: view.at, entities: rested ? view.entities.filter(isCounted) : [] }, scenario);
}

/** The first instant after the view's own at which a delay ends or the scenario breaks something, or null. */
export function dueAfter(view: Pick<WorldView, 'at' | 'entities'>, scenario: Scenario | null): Micros | null {
  let first = Infinity;
  for (const { due } of view.entities) if (due !== null && due > view.at && due < first) first = due;
  for (const { at } of scenario?.world.faults ?? []) if (at > view.at && at < first) first = at;
  return first === Infinity ? null : first;
}

const earliest = (instants: readonly (Micros | null)[]): Micros | null => {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
};

/** The next instant at which something is known or due to happen in any of the runs, or null. */
export function nextOfAny(frames: Together, scenario: Scenario | null): Micros | null {
  return earliest(
    frames.map(({ known, head, view }) => instantAfter(known, head) ?? dueAfter(view, scenario)),
  );
}

/** The instant before at which something happened in any of the runs; 0 where nothing did. */
export function previousOfAny(frames: Together): Micros {
  return Math.max(0, ...frames.map(({ known, head }) => instantBefore(known, head) ?? 0));
}

/** The next instant that playback slows for in any of the runs, or null; see `isNews`. */
export function happeningOfAny(frames: Together, scenario: Scenario | null, rested: boolean): Micros | null {
  return earliest(
    frames.map(
      ({ known, head, view }) => happeningAfter(known, head, rested) ?? happeningDue(view, scenario, rested),
    ),
  );
}

type Told = Pick<Frame, 'run' | 'facts'>;

/**
 * Facts of a frame that the one before did not show. A fork shares its parent's fact objects, so facts count from
 * where the two part; a frame of another world shares none, and brings nothing that could be called new.
 */
export function freshFacts(before: Told, now: Told): readonly Fact[] {
  let shared = 0;
  let end = Math.min(before.facts.length, now.facts.length);
  while (shared < end) {
    const middle = (shared + end) >> 1;
    if (before.facts[middle] === now.facts[middle]) shared = middle + 1;
    else end = middle;
  }
  const isOfSameWorld = shared > 0 || (before.run === now.run && before.facts.length === 0);
  return isOfSameWorld ? now.facts.slice(shared) : [];
}

/** Whether a frame shows something that playback slows for and that the frame of its run before did not. */
export function bringsNews(before: Together, now: Frame, rested: boolean): boolean {
  const last = before.find(({ run }) => run === now.run);
  return last !== undefined && freshFacts(last, now).some(({ name }) => isNews(name, rested));
}
