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
  'vm.swapping',
  'vm.swapped-in',
  'vm.went-on',
]);

/** Who picks it up has decided to, and when. */
const PICKED_UP: ReadonlySet<string> = new Set([
  'container.backing-off',
  'process.waiting',
  'runtime.waiting',
]);

/**
 * What is over weighs least. What was done weighs less than what others did then, that less than what came of it, and most what it was done for, as
 * long as it holds.
 */
export function weightOfSaid({ name, seq, about }: Fact, facts: readonly Fact[]): number {
  const over = REPAIRED[name];
  if (over && facts.some((fact) => fact.seq > seq && fact.about === about && over.test(fact.name))) return -1;
  if (SAID_BY_ACT.has(name)) return 1;
  if (isResult(name) || name === 'process.oom-killed') return 3;
  // That of its process says the same.
  if (name === 'container.exited' || name === 'container.stopped') return -1;
  if (isGiven(name)) return 0;
  return isBreak(name) || PICKED_UP.has(name) || OUTCOMES.has(name) || name === 'process.paused' ? 2 : 1;
}

/** A box keeps what it was set to last. */
export const SETTING = 'command.set-';

/** What a fact says of its box, without the room. */
export const verbOf = ({ name }: Fact) => name.slice(name.indexOf('.') + 1);

/** Facts of which the same is said; of what was done that it was done again, to as much, or to the same box in turn. */
export function kindOf({ name, about, data }: Fact, facts: readonly Fact[]): string {
  const isOther = (fact: Fact) =>
    fact.name === name && fact.about === about && JSON.stringify(fact.data) !== JSON.stringify(data);
  const box = name.startsWith(SETTING) && facts.some(isOther) ? about : null;
  const isLeft = (key: string) => key === (isGiven(name) ? 'namespace' : 'swappedBytes');
  const parts = Object.entries(data ?? {}).filter(
    ([key, value]) => !isLeft(key) && (box === null || typeof value !== 'number'),
  );
  return `${name} ${box} ${JSON.stringify(parts)}`;
}
