// What of all that happened is told where there is no room for all of it, and what of it is the same.
import type { Fact } from '../../sim';
import { isResult } from '../../layout/timeline/resultingFact';
import { isBreak, isGiven } from '../../layout/timeline/weight';

/** Verbs of decisions, and of what those do who pick boxes up. */
export const DECIDED = new Set([
  'backing-off',
  'given-up',
  'left-alone',
  'paused',
  'placed',
  'rebooting',
  'recovered',
  'refused',
  'removed',
  'reset',
  'stopped',
  'stuck',
  'suffering',
  'waiting',
]);

/** What shows that a failure of a box is over, by the failure. */
const REPAIRED: Readonly<Record<string, RegExp>> = {
  'process.not-loaded': /^process\.up$/,
  'healthcheck.unhealthy': /^healthcheck\.healthy$/,
  'image.failed': /^image\.pulled$/,
  'registry.stopped': /^registry\.up$/,
  'image.retrying': /^image\.pulled$/,
  'vm.held': /^vm\.(went-on|resumed|stopped|crashed)$/,
  'process.paused': /^process\.recovered$/,
  'vm.not-converging': /^vm\.(moved|migrated|migration-failed|migration-lost)$/,
};
/** What the act that it comes of has said already. */
const SAID_BY_ACT: ReadonlySet<string> = new Set([
  'container.wrote',
  'filesystem.replaced',
  'vm.snapshot-taken',
]);
/** What came of acts though it is no result of one alone. */
export const OUTCOMES: ReadonlySet<string> = new Set([
  'healthcheck.healthy',
  'registry.up',
  'vdisk.merged',
  'vm.ballooned',
  'vm.swapping',
  'vm.swapped-in',
  'vm.went-on',
]);

const isOomKill = ({ name }: Pick<Fact, 'name'>) => name === 'process.oom-killed';

/** Who picks it up has decided to, and when. */
const PICKED_UP: ReadonlySet<string> = new Set([
  'container.backing-off',
  'process.waiting',
  'runtime.waiting',
]);

/**
 * How much is told first: what is over least; what was said by what came of it; what only follows from what is told;
 * copies that serve for the first time; what others did; starts of yours, all else that you did; and most what broke and
 * what it was done for, as long as it holds.
 */
export const RANK = {
  over: -1,
  said: 0,
  follows: 1,
  begun: 1.5,
  other: 2,
  /** What also came of others, beside the same of yours. */
  likeYours: 2.1,
  start: 2.2,
  deed: 2.5,
  recovered: 2.6,
  most: 3,
} as const;

/** How much a fact is worth telling among these. */
export function weightOfSaid({ name, seq, at, about, because }: Fact, facts: readonly Fact[]): number {
  const over = REPAIRED[name];
  if (over && facts.some((fact) => fact.seq > seq && fact.about === about && over.test(fact.name)))
    return RANK.over;
  // Who was killed for it is told.
  if (name === 'kernel.out-of-memory' && facts.some((fact) => fact.because === seq && isOomKill(fact)))
    return RANK.follows;
  if (SAID_BY_ACT.has(name)) return RANK.follows;
  if (isResult(name) || isOomKill({ name })) return RANK.most;
  // That of its process says the same.
  if (name === 'container.exited' || name === 'container.stopped') return RANK.over;
  if (isGiven(name) && !isYours(name)) return RANK.other;
  if (isGiven(name)) return name.startsWith('command.start-') ? RANK.start : RANK.deed;
  // What a break of its own floor or disk did to a copy is what it came to, as long as it lasts.
  const isBy = (cause: RegExp) => facts.some((fact) => fact.at === at && cause.test(fact.name));
  const isOver = facts.some(
    (fact) => fact.seq > seq && fact.about === about && fact.name === 'process.recovered',
  );
  if (name === 'process.suffering' && isBy(/^disk\.broke$/) && !isOver) return RANK.recovered;
  if (name === 'process.exited' && isBy(/^monitor\.killed$/)) return RANK.deed;
  // What broke with something else says less than that.
  const isOfBreak = (fact: Fact) => fact.seq === because && fact.at === at && isBreak(fact.name);
  if (isBreak(name)) return facts.some(isOfBreak) ? RANK.follows : RANK.most;
  return PICKED_UP.has(name) || OUTCOMES.has(name) || name === 'process.paused' ? RANK.other : RANK.follows;
}

/** A box keeps what it was set to last. */
export const SETTING = 'command.set-';

/** Whether the learner did it. */
export const isYours = (name: string) => name.startsWith('command.');

/** What a fact says of its box, without the room. */
export const verbOf = ({ name }: Fact) => name.slice(name.indexOf('.') + 1);

/** Facts of which the same is said; of what was done that it was done again, to as much, or to the same box in turn. */
export function kindOf({ name, about, data }: Fact, facts: readonly Fact[]): string {
  const isOther = (fact: Fact) =>
    fact.name === name && fact.about === about && JSON.stringify(fact.data) !== JSON.stringify(data);
  const box = name.startsWith(SETTING) && facts.some(isOther) ? about : null;
  const isLeft = (key: string) =>
    isGiven(name) ? key === 'namespace' : key === 'swappedBytes' || key === 'balloonBytes';
  const parts = Object.entries(data ?? {}).filter(
    ([key, value]) => !isLeft(key) && (box === null || typeof value !== 'number'),
  );
  return `${name} ${box} ${JSON.stringify(parts)}`;
}
