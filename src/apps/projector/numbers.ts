// The number keys of what can be done: whoever learned one finds the same under it as long as it can be done. What cannot
// be done now leaves a gap.
import type { Stop } from '../../lesson/programme';
import type { Way } from '../../lesson/moments';
import { playAttempt } from '../../lesson/player';
import type { Command } from '../../sim';
import { suggestions, type Asked } from '../course/offers';
import { SUGGESTED_STARTS } from '../course/offerings';

/** There are no more number keys. */
const MOST = 9;

/** Something that can be done, and on which host. */
export interface Listed {
  readonly place: string;
  readonly label: string;
  readonly commands: readonly Command[];
}
/** The same with its key. */
export interface Numbered extends Listed {
  readonly number: number;
}

/** What can be done now: one of each kind on each host, in a fixed order. */
export const listed = (asked: Asked): readonly Listed[] =>
  suggestions(asked).flatMap(({ id, offers }) =>
    offers.flatMap(({ waits, label, commands }) => (waits === null ? [{ place: id, label, commands }] : [])),
  );

/**
 * What can be done where a part of the lesson is entered: the same in every window, whatever was done in one of them.
 * Plays the solution up to there: to be asked once for each part.
 */
export function listedFirst(stops: readonly Stop[], way: Way, allows: Asked['allows']): readonly Listed[] {
  const at = stops.find((stop) => stop.way === way)?.at ?? 0;
  const commands = way.solution.commands.filter((entry) => entry.at <= at);
  const run = playAttempt(way.scenario, { commands, until: at });
  return listed({ view: run.view(), allows, check: (command) => run.check(command) });
}

const STARTS: ReadonlySet<string> = new Set(SUGGESTED_STARTS.map(([name]) => name));
const sameAs = (one: Listed) => (other: Listed) =>
  JSON.stringify(one.commands) === JSON.stringify(other.commands);
/** Of those that are started one after the other, the next one takes the number of the one before. */
const follows = (one: Listed) => (other: Listed) => {
  const name = one.commands[0]?.name;
  return (
    name !== undefined && STARTS.has(name) && one.place === other.place && name === other.commands[0]?.name
  );
};

/**
 * What can be done now with the numbers that it had in `first`; what was not in there has those behind it, or what is
 * free where there are none left.
 */
export function numbered(now: readonly Listed[], first: readonly Listed[]): readonly Numbered[] {
  const places = first.slice(0, MOST);
  const placeOf = (each: Listed) => {
    const own = places.findIndex(sameAs(each));
    return own >= 0 || first.some(sameAs(each)) ? own : places.findIndex(follows(each));
  };
  const numbers = now.map((each) => placeOf(each) + 1);
  const free = [...Array(MOST).keys()]
    .map((at) => at + 1)
    .filter((number) => !numbers.includes(number))
    .sort((one, other) => Number(one <= places.length) - Number(other <= places.length) || one - other);
  const isNew = (each: Listed, at: number) => numbers[at] === 0 && !first.some(sameAs(each));
  return now
    .flatMap((each, at) => {
      const number = isNew(each, at) ? (free.shift() ?? 0) : numbers[at]!;
      return number === 0 ? [] : [{ ...each, number }];
    })
    .sort((one, other) => one.number - other.number);
}
