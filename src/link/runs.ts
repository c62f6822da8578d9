// The runs of a situation: all of them in order of creation, each whole in itself.
import type { Micros, TimedCommand } from '../sim';
import { MOST_AT, MOST_COMMANDS } from './limits';
import type { KeptRun, Parting, Situation } from './situation';

/** One run as it is played again. */
export interface WholeRun {
  readonly journal: readonly TimedCommand[];
  /** How far it was played. */
  readonly until: Micros;
  readonly from: Parting | null;
  /** It is the one that is shown. */
  readonly isShown: boolean;
  /** It stands beside that one. */
  readonly isBeside: boolean;
}

/** All runs of a situation, in order of creation: where there is only one, that one. */
export function runsOf({ journal: shown, at, furthest = 0, runs = [{}] }: Situation): readonly WholeRun[] {
  return runs.map(({ journal, from = null, furthest: own = 0, beside = false }) => {
    const isShown = journal === undefined;
    const commands = journal ?? shown;
    const until = Math.max(isShown ? Math.max(at, furthest) : own, commands.at(-1)?.at ?? 0);
    return { journal: commands, until, from, isShown, isBeside: beside };
  });
}

/**
 * Whether its runs can be those of one world: one is shown, at most one other beside it, and each but the first left
 * one that was there before. What a run was told itself comes later than where it left, or at that very instant.
 */
export function areRuns(situation: Situation): boolean {
  const { runs } = situation;
  if (runs === undefined) return true;
  const whole = runsOf(situation);
  const count = (is: (run: WholeRun) => boolean) => whole.filter(is).length;
  return (
    whole.length > 1 &&
    count(({ isShown }) => isShown) === 1 &&
    count(({ isBeside }) => isBeside) <= 1 &&
    !runs.some((run) => run.journal === undefined && (run.beside || run.furthest !== undefined)) &&
    whole.every((run, index) => (run.from === null ? index === 0 : isParted(run, run.from, index)))
  );
}

function isParted({ journal, until }: WholeRun, { run, at, inherited }: Parting, index: number): boolean {
  const isEarly = (entry: TimedCommand, position: number) =>
    position < inherited ? entry.at <= at : entry.at >= at;
  return run < index && inherited <= journal.length && until >= at && journal.every(isEarly);
}

/** A situation of version 1 with the run that its own one left. */
export function withLeft(
  given: Situation,
  { at, ...left }: KeptRun & { readonly at: Micros; readonly journal: readonly TimedCommand[] },
): Situation {
  const isSame = (entry: TimedCommand, index: number) =>
    entry.at <= at && JSON.stringify(entry) === JSON.stringify(given.journal[index]);
  const other = left.journal.findIndex((entry, index) => !isSame(entry, index));
  const inherited = other < 0 ? left.journal.length : other;
  return { ...given, v: 2, runs: [left, { from: { run: 0, at, inherited } }] };
}

/** Whether all its runs together are more than a page plays for one link. */
export function isTooMuch(situation: Situation): boolean {
  const runs = runsOf(situation);
  const sum = (of: (run: WholeRun) => number) => runs.reduce((total, run) => total + of(run), 0);
  return sum(({ until }) => until) > MOST_AT || sum(({ journal }) => journal.length) > MOST_COMMANDS;
}
