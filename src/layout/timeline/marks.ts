// Where something was done or broke: one mark for each such instant.
import type { Fact } from '../../sim/engine/fact';
import type { Micros } from '../../sim/engine/time';
import { isByOrder } from './phases';
import { isBreak, isGiven, isTurn, saysMore } from './weight';

/** `break`: something ended by itself or was broken. `act`: a command that broke nothing, also one that ends in order. `turn`: neither, and no lane shows it. */
export type MarkKind = 'break' | 'act' | 'turn';

/** An instant worth a mark, and the facts that tell it: causes, not what they led to. */
export interface Mark {
  readonly at: Micros;
  readonly kind: MarkKind;
  readonly facts: readonly Fact[];
}

/** The marks of facts in order of time; `facts` begin with seq 0. */
export function marksOf(facts: readonly Fact[]): Mark[] {
  const marks: Mark[] = [];
  for (let start = 0; start < facts.length;) {
    let end = start + 1;
    while (end < facts.length && facts[end]!.at === facts[start]!.at) end++;
    const mark = markOf(facts.slice(start, end), facts);
    if (mark !== null) marks.push(mark);
    start = end;
  }
  return marks;
}

/** What breaks nothing that falls: it is marked as a turn. */
const STANDS: ReadonlySet<string> = new Set(['healthcheck.unhealthy']);

function markOf(instant: readonly Fact[], facts: readonly Fact[]): Mark | null {
  const { at } = instant[0]!;
  const breaks = instant.filter(
    (fact) => isBreak(fact.name) && !isByOrder(fact, facts) && !STANDS.has(fact.name),
  );
  if (breaks.length > 0)
    return { at, kind: 'break', facts: sourcesOf(firstOfChains(breaks, instant), instant) };
  const given = instant.filter(({ name }) => isGiven(name));
  const turns = instant.filter(({ name }) => isTurn(name) || STANDS.has(name));
  const told = [...given.map((deed) => foundBy(deed, instant)), ...turns];
  return told.length > 0 ? { at, kind: given.length > 0 ? 'act' : 'turn', facts: told } : null;
}

/** Who looked for a file is told by what was found, and a snapshot by its number. */
function foundBy(deed: Fact, instant: readonly Fact[]): Fact {
  const isFound = ({ name, because }: Fact) => because === deed.seq && saysMore(name);
  return instant.find(isFound) ?? deed;
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

/** Several breaks of one deed are told by the deed: "dockerd on host-e stopped" says more than three of its exits. */
function sourcesOf(breaks: readonly Fact[], instant: readonly Fact[]): readonly Fact[] {
  const deeds = new Set(breaks.map((fact) => deedOf(fact, instant)));
  const [deed] = deeds;
  return breaks.length > 1 && deeds.size === 1 && deed ? [deed] : breaks;
}

/** What was done at this instant that led to a fact, or undefined. */
function deedOf({ because }: Fact, instant: readonly Fact[]): Fact | undefined {
  const cause = instant.find(({ seq }) => seq === because);
  return cause === undefined || isGiven(cause.name) ? cause : deedOf(cause, instant);
}
