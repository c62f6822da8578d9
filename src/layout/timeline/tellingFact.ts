// The one fact by which an instant is told in words.
import type { Fact } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';
import { isDeed, weightOf } from './weight';

/** At instant 0 everything comes up: only what was done or broke there is told. */
const matters = ({ at, name }: Fact) => weightOf(name) > (at === 0 ? 1 : 0);

/**
 * The fact to tell when the head is at `head`, of facts up to there from seq 0: the weightiest of this very
 * instant, of those the first, of deeds the last; where nothing happened at it, that of the last instant that mattered. Null
 * before anything mattered.
 */
export function tellingFact(facts: readonly Fact[], head: Micros): Fact | null {
  const newest = facts.at(-1);
  const last = head > 0 && newest?.at === head ? newest : facts.findLast(matters);
  if (last === undefined) return null;
  let best = last;
  for (let seq = last.seq; facts[seq]?.at === last.at; seq--) {
    const more = weightOf(facts[seq]!.name) - weightOf(best.name);
    if (more > 0 || (more === 0 && !isDeed(best.name))) best = facts[seq]!;
  }
  return best;
}
