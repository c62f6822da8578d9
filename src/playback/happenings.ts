// Where something happens next and where it happened last, and when something is due that was not played yet.
import { isGiven, weightOf } from '../layout/timeline/weight';
import { SECOND, type Fact, type Micros, type Scenario, type TimedCommand, type WorldView } from '../sim';
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

/** What follows one of its kind as closely is one of many: the first of them was the news. */
const CLOSE = 2 * SECOND;

/** Something that happens at an instant. */
interface Given {
  readonly at: Micros;
  readonly name: string;
}

/**
 * Whether the one at `index`, in order of time, is one like another shortly before. At instant 0 everything comes up:
 * nothing is like that.
 */
function isOneOfMany<T>(all: readonly T[], index: number, givenIn: (one: T) => Given): boolean {
  const { at, name } = givenIn(all[index]!);
  for (let i = index - 1; i >= 0; i--) {
    const before = givenIn(all[i]!);
    if (before.at < at - CLOSE || before.at === 0) return false;
    if (before.at < at && before.name === name) return true;
  }
  return false;
}

/**
 * Whether playback slows for the fact at `index`: for a command always; for a fault, and once it is `rested` for what
 * breaks or is back, where it is not one of many like it.
 */
function isNews(facts: readonly Fact[], index: number, rested: boolean): boolean {
  const { name } = facts[index]!;
  const matters = rested ? weightOf(name) > 0 : isGiven(name);
  return matters && (name.startsWith('command.') || !isOneOfMany(facts, index, (fact) => fact));
}

/** The first instant after `head` at which a fact is known that playback slows for, or null. */
export function happeningAfter(facts: readonly Fact[], head: Micros, rested = true): Micros | null {
  for (let i = countBefore(facts, head + 1); i < facts.length; i++) {
    if (isNews(facts, i, rested)) return facts[i]!.at;
  }
  return null;
}

/**
 * The first instant after the view's own at which something is due that playback slows for, or null: a fault, and once
 * it is `rested` the end of a copy's delay, neither being one of many. The boot of a floor and the wait before it are
 * none.
 */
export function happeningDue(view: WorldView, scenario: Scenario | null, rested: boolean): Micros | null {
  const all = (scenario?.world.faults ?? []).toSorted((a, b) => a.at - b.at);
  const fault = firstAfter(
    view.at,
    [],
    all.filter((_, index) => !isOneOfMany(all, index, givenIn)),
  );
  return rested ? earliest([fault, copyDue(view)]) : fault;
}

/** The first end of a copy's delay that does not closely follow another copy that came up. */
function copyDue({ at, entities }: WorldView): Micros | null {
  const copies = entities.filter(({ kind }) => kind === 'process');
  const dues = copies.flatMap(({ due, tags }) => (due !== null && !tags.includes('waiting') ? [due] : []));
  const ups = copies.filter(({ since, tags }) => since > 0 && tags.includes('up'));
  let last = Math.max(-Infinity, ...ups.map(({ since }) => since));
  for (const due of dues.filter((each) => each > at).sort((a, b) => a - b)) {
    if (due > last + CLOSE) return due;
    last = due;
  }
  return null;
}

const givenIn = ({ at, command }: TimedCommand): Given => ({ at, name: command.name });

/** The first instant after the view's own at which a delay ends or the scenario breaks something, or null. */
export function dueAfter({ at, entities }: WorldView, scenario: Scenario | null): Micros | null {
  return firstAfter(at, entities, scenario?.world.faults ?? []);
}

function firstAfter(
  head: Micros,
  entities: WorldView['entities'],
  faults: readonly TimedCommand[],
): Micros | null {
  let first = Infinity;
  for (const { due } of entities) if (due !== null && due > head && due < first) first = due;
  for (const { at } of faults) if (at > head && at < first) first = at;
  return first === Infinity ? null : first;
}

/** The first of some instants, or null where there is none. */
export const earliest = (instants: readonly (Micros | null)[]): Micros | null => {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
};

/** The next instant at which something is known to happen in any of the runs, or null. */
export function knownOfAny(frames: Together): Micros | null {
  return earliest(frames.map(({ known, head }) => instantAfter(known, head)));
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
  if (last === undefined) return false;
  const known = now.facts.length - freshFacts(last, now).length;
  return now.facts.slice(known).some((_, at) => isNews(now.facts, known + at, rested));
}
