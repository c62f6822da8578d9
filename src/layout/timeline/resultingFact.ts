// The one fact by which a caption tells an instant: what came of a deed, where that says more than the deed itself.
import type { Fact } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';
import { tellingFact } from './tellingFact';
import { isBreak, isGiven } from './weight';

/** Facts that hold what a deed came to; the first of them that an instant has is told. */
const RESULTS = [
  'vm.migration-lost',
  'vm.migration-failed',
  'vm.not-converging',
  'kernel.out-of-memory',
  'kernel.no-root',
  'kernel.panicked',
  'disk.broke',
  'process.not-loaded',
  'vm.refused',
  'vm.held',
  'artifact.refused',
  'container.looked-for',
  'container.wrote',
  'image.scanned',
  'builder.failed',
  'builder.not-pushed',
  'builder.built',
  'image.pulled',
  'image.failed',
  'image.retrying',
  'vm.migrated',
  'vm.rolled-back',
  'vm.snapshot-taken',
  'filesystem.replaced',
  'runtime.stopped',
];

/** Whether a fact holds what a deed came to. */
export const isResult = (name: string) => RESULTS.includes(name);

/** What is told where nothing broke. */
const BEGINNINGS = ['process.stuck', 'process.suffering', 'vm.starting', 'container.starting'];

/** How soon a fact is told beside others of its instant; Infinity: never before the deed. */
function placeOf({ name }: Fact): number {
  const place = RESULTS.indexOf(name);
  if (place >= 0) return place;
  if (isBreak(name)) return RESULTS.length;
  const beginning = BEGINNINGS.indexOf(name);
  return beginning < 0 ? Infinity : RESULTS.length + 1 + beginning;
}

/** As `tellingFact`; of an instant at which something was done and came to something, the result. */
export function resultingFact(facts: readonly Fact[], head: Micros): Fact | null {
  const told = tellingFact(facts, head);
  if (told === null) return null;
  let best = told;
  let place = isGiven(told.name) ? Infinity : placeOf(told);
  for (const fact of instantOf(facts, told.at))
    if (placeOf(fact) < place) [best, place] = [fact, placeOf(fact)];
  return best;
}

/** The facts of one instant, in order. */
function instantOf(facts: readonly Fact[], at: Micros): readonly Fact[] {
  const last = facts.findLastIndex((fact) => fact.at === at);
  let first = last;
  while (first > 0 && facts[first - 1]!.at === at) first -= 1;
  return facts.slice(Math.max(0, first), last + 1);
}
