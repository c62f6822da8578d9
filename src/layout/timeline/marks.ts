// Where something was done or broke: one mark for each such instant.
import type { Fact } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';
import { isBreak, isGiven } from './weight';

/** `break`: something ended by itself or by a command. `act`: a command that broke nothing. */
export type MarkKind = 'break' | 'act';

/** An instant worth a mark, and the facts that tell it: causes, not what they led to. */
export interface Mark {
  readonly at: Micros;
  readonly kind: MarkKind;
  readonly facts: readonly Fact[];
}

/** The marks of facts in order of time. */
export function marksOf(facts: readonly Fact[]): Mark[] {
  const marks: Mark[] = [];
  for (let start = 0; start < facts.length;) {
    let end = start + 1;
    while (end < facts.length && facts[end]!.at === facts[start]!.at) end++;
    const mark = markOf(facts.slice(start, end));
    if (mark !== null) marks.push(mark);
    start = end;
  }
  return marks;
}

function markOf(instant: readonly Fact[]): Mark | null {
  const { at } = instant[0]!;
  const breaks = instant.filter(({ name }) => isBreak(name));
  if (breaks.length > 0) return { at, kind: 'break', facts: firstOfChains(breaks, instant) };
  const given = instant.filter(({ name }) => isGiven(name));
  return given.length > 0 ? { at, kind: 'act', facts: given } : null;
}

/** Without those that another of them led to, within the instant. */
function firstOfChains(breaks: readonly Fact[], instant: readonly Fact[]): Fact[] {
  const bySeq = new Map(instant.map((fact) => [fact.seq, fact]));
  const isLed = ({ because }: Fact): boolean => {
    const cause = because === null ? undefined : bySeq.get(because);
    return cause !== undefined && (isBreak(cause.name) || isLed(cause));
  };
  return breaks.filter((fact) => !isLed(fact));
}
