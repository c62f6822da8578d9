// How things are timed: ways of doing the same work take turns, the first turn warms up and is dropped.
// Counted is the processor time of this process, collecting garbage included: what else the machine does
// meanwhile then counts for neither side.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { median } from './statistics';

/** Measured turns of each way; the warm-up comes on top. */
export const TURNS = 5;

/** The result of a way that took turns with others. */
export interface Timed<Result> {
  /** Milliseconds of processor time of each measured turn. */
  readonly times: readonly number[];
  /** Of the last turn. */
  readonly result: Result;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * Lets every way take its turn, `TURNS` times after a warm-up. Nothing is collected between turns: a full
 * collection makes V8 forget the shapes of objects, and each turn would begin by learning them again.
 */
export function takeTurns<Name extends string, Result>(
  ways: Readonly<Record<Name, () => Result>>,
): Record<Name, Timed<Result>> {
  const names = Object.keys(ways) as Name[];
  const timed = {} as Record<Name, { times: number[]; result: Result }>;
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const name of names) {
      const began = process.cpuUsage();
      const result = ways[name]();
      const { user, system } = process.cpuUsage(began);
      const took = (user + system) / 1_000;
      timed[name] = { times: turn === 0 ? [] : [...timed[name].times, took], result };
    }
  }
  return timed;
}

/** Time of one way over time of another, as the median of the ratios of each turn: drift cancels out. */
export function ratio(one: Timed<unknown>, other: Timed<unknown>): number {
  return median(one.times.map((time, turn) => time / (other.times[turn] ?? NaN)));
}

/** Bytes that `make` leaves alive in the heap and in array buffers, median of `TURNS` after a warm-up. */
export function bytesKept(make: () => unknown): number {
  const turns = Array.from({ length: TURNS + 1 }, () => bytesOfOne(make));
  return median(turns.slice(1));
}

/** In a function of its own: nothing of one turn may be alive when the next one begins. */
function bytesOfOne(make: () => unknown): number {
  const before = bytesInUse();
  const alive = [make()];
  const bytes = bytesInUse() - before;
  return alive.length === 1 ? bytes : NaN;
}

function bytesInUse(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
