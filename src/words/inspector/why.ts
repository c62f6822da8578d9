// Why a box is as it is: from a fact up to the command, fault or start at its root, and down to what it led to.
import type { EntityId, Fact } from '../../sim/engine/fact';
import { inspector } from '../../i18n/inspector';
import { factSentence } from '../fact';
import { isStop } from '../name';
import { worldsThen, type ToldRun } from '../then';

/** A fact that can be gone to. */
export interface Told {
  readonly seq: number;
  readonly at: number;
  readonly about: EntityId | null;
  readonly text: string;
}

/** A link of the chain, with the further conditions of its fact. */
export interface Link extends Told {
  readonly given: readonly Told[];
}

/** What a fact led to, as far as it is told here. */
export interface Led {
  readonly told: readonly Told[];
  /** How many more there are. */
  readonly more: number;
  /** What is said where there are none. */
  readonly none: string;
}

/** So many consequences are told, the rest is counted. */
const MOST = 8;
/** Acts that only set something: what others get may change with them, and that is no event. */
const SETS = /^(?:command|fault)\.(?:set|limit)-/;

/** Tells facts of a run with the names that were true when they happened. */
function teller(run: ToldRun): (fact: Fact) => Told {
  const then = worldsThen(run);
  return (fact) => {
    const { seq, at, about } = fact;
    const text = factSentence(fact, then(fact));
    return { seq, at, about, text: hasStopped(fact, run) ? inspector.why.stopped(text) : text };
  };
}

/** Whether a box that went down with others stopped, as the stage says it: nothing gave way under it; see `isStop`. */
function hasStopped(fact: Fact, { facts }: ToldRun): boolean {
  let root: Fact | undefined = fact;
  while (root?.name.endsWith('.fell')) root = facts[root.because ?? -1];
  return fact.name.endsWith('.fell') && root?.at === fact.at && isStop(root.about ?? '');
}

/** The last of these facts that is about a box, or null. Facts are in order of `seq`, from 0. */
export function lastFactAbout(facts: readonly Fact[], id: EntityId): Fact | null {
  return facts.findLast(({ about }) => about === id) ?? null;
}

/** A fact, its cause, the cause of that, up to the root. The run holds them all. */
export function chainOf(run: ToldRun, fact: Fact): Link[] {
  const { facts } = run;
  const toldOf = teller(run);
  const chain: Link[] = [];
  for (let next: Fact | undefined = fact; next !== undefined;) {
    const given = (next.given ?? []).flatMap((seq) => {
      const condition = facts[seq];
      return condition === undefined ? [] : [toldOf(condition)];
    });
    chain.push({ ...toldOf(next), given });
    next = next.because === null ? undefined : facts[next.because];
  }
  return chain;
}

/** What a run tells that a fact led to: what it triggered, or was a condition of. */
export function ledTo(run: ToldRun, seq: number): Led {
  const all = run.facts.filter(({ because, given }) => because === seq || given?.includes(seq) === true);
  const none = SETS.test(run.facts[seq]?.name ?? '') ? inspector.why.onlySet : inspector.why.noEvent;
  return { told: all.slice(0, MOST).map(teller(run)), more: Math.max(0, all.length - MOST), none };
}
