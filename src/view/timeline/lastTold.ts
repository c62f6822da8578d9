// The fact that the page tells in words: the weightiest of the last instant at which something mattered.
import { weightOf } from '../../layout/timeline/weight';
import type { Fact } from '../../playback/playback.svelte';

/** The telling fact of the last instant with one, of facts in order of time; null when nothing mattered yet. */
export function lastTold(facts: readonly Fact[]): Fact | null {
  const last = facts.findLast(({ name }) => weightOf(name) > 0);
  if (last === undefined || last.at === 0) return null;
  let best = last;
  for (let i = last.seq; facts[i]?.at === last.at; i--) {
    if (weightOf(facts[i]!.name) >= weightOf(best.name)) best = facts[i]!;
  }
  return best;
}
