// Which facts are worth a look: what one instant is told by, where the next and the previous one are, and
// when something is due that has not been played yet.
import type { Fact } from '../sim/engine/fact';
import type { Scenario } from '../sim/engine/scenario';
import type { Micros } from '../sim/engine/time';
import type { WorldView } from '../sim/engine/view';

/** Verbs of facts that end something by themselves, not because what they stand on fell. */
const BREAKS = new Set([
  'lost-power',
  'crashed',
  'panicked',
  'exited',
  'oom-killed',
  'given-up',
  'refused',
  'left-alone',
]);
/** Verbs of facts that bring something back, or take it away in order. */
const ARRIVALS = new Set(['up', 'started', 'running', 'placed', 'removed', 'stopped']);

/** 3: a command or the scenario's fault. 2: something broke. 1: something is back. 0: a consequence on the way. */
export function weightOf(name: string): number {
  const dot = name.indexOf('.');
  const noun = name.slice(0, dot);
  if (noun === 'command' || noun === 'fault') return 3;
  const verb = name.slice(dot + 1);
  if (BREAKS.has(verb)) return 2;
  return ARRIVALS.has(verb) && noun !== 'scenario' ? 1 : 0;
}

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

/** The fact that tells what happened at this instant: the weightiest, and of those the first; null for none. */
export function factOfInstant(facts: readonly Fact[], at: Micros): Fact | null {
  let best: Fact | null = null;
  for (let i = countBefore(facts, at); i < facts.length && facts[i]!.at === at; i++) {
    if (best === null || weightOf(facts[i]!.name) > weightOf(best.name)) best = facts[i]!;
  }
  return best;
}

/** The first instant after `head` at which a fact with some weight is known, or null. */
export function happeningAfter(facts: readonly Fact[], head: Micros): Micros | null {
  for (let i = countBefore(facts, head + 1); i < facts.length; i++) {
    if (weightOf(facts[i]!.name) > 0) return facts[i]!.at;
  }
  return null;
}

/** The first instant after the view's own at which a delay ends or the scenario breaks something, or null. */
export function dueAfter(view: WorldView, scenario: Scenario | null): Micros | null {
  let first = Infinity;
  for (const { due } of view.entities) if (due !== null && due > view.at && due < first) first = due;
  for (const { at } of scenario?.world.faults ?? []) if (at > view.at && at < first) first = at;
  return first === Infinity ? null : first;
}
