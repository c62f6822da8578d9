// What was done behind what is told, and the order in which it is told.
import type { Fact } from '../../sim';
import { isResult } from '../../layout/timeline/resultingFact';
import { isGiven } from '../../layout/timeline/weight';
import { verbOf } from './tellingWeight';

/** What a deed does to its box, as the fact says it that comes of it. */
const DONE: Readonly<Record<string, string>> = {
  stop: 'stopped',
  crash: 'crashed',
  kill: 'killed',
  remove: 'removed',
};

/** What was done of which a fact says no more than that it was done, or undefined. */
export function sameDeed(fact: Fact, facts: readonly Fact[]): Fact | undefined {
  const cause = facts[fact.because ?? -1];
  if (cause?.at !== fact.at) return undefined;
  if (cause.name === 'container.stopped') return sameDeed(cause, facts);
  if (!isGiven(cause.name) || cause.about !== fact.about) return undefined;
  return DONE[verbOf(cause).split('-')[0]!] === verbOf(fact) ? cause : undefined;
}

/** What was done that a fact tells by its own sentence: it is that, or came of it at once or of the same box. */
export function deedOf(fact: Fact, facts: readonly Fact[]): number | null {
  if (isGiven(fact.name)) return fact.seq;
  const cause = fact.because === null ? undefined : facts[fact.because];
  const isTold = cause !== undefined && (cause.at === fact.at || cause.about === fact.about);
  return isTold ? deedOf(cause, facts) : null;
}

/** Whether it says what was asked for, however much later it is there. */
export const isMade = (name: string) => /^(builder|image|vm)\.(?!held)/.test(name) && isResult(name);

/** What stands at the root of a fact. */
export function rootOf(fact: Fact, facts: readonly Fact[]): Fact {
  const cause = facts[fact.because ?? -1];
  return cause ? rootOf(cause, facts) : fact;
}

/** What ends, is taken away and is put in its place at one instant: in this order, in whatever order it was noted. */
const TURNS = ['stopped', 'removed', 'placed'];

/** Facts in the order in which they are told. */
export function inOrder(facts: readonly Fact[]): readonly Fact[] {
  const turnOf = (fact: Fact) => TURNS.indexOf(verbOf(fact));
  const taking = facts.filter((fact) => turnOf(fact) >= 0);
  taking.sort((a, b) => a.at - b.at || turnOf(a) - turnOf(b));
  return facts.map((fact) => (turnOf(fact) < 0 ? fact : taking.shift()!));
}
