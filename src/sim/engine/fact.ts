// What a fact is: the one way in which the model tells what happened.
import type { Micros } from './time';

/** `kind/name`, equal to `data-id` in the page and to what lessons point at. */
export type EntityId = string;

/** A value a context, a fact or a command may carry. */
export type Scalar = number | string | boolean | null;

/** Flat data, or lists of flat data, that explain a decision. */
export type FactData = Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** One thing that happened. `seq` is its place in the log, `because` the seq of its trigger. */
export interface Fact {
  readonly seq: number;
  readonly at: Micros;
  readonly about: EntityId | null;
  /** `noun.past`: `kernel.panicked`; commands are `command.<name>`, scenario faults `fault.<name>`. */
  readonly name: string;
  /** null only for commands, the scenario's own faults and `scenario.started` (seq 0). */
  readonly because: number | null;
  /** Seqs of further conditions, such as the command that set a restart policy. */
  readonly given?: readonly number[];
  readonly data?: FactData;
}

/** Read access to facts in order of `seq`, without gaps: facts 0 to length - 1. */
export interface FactReader {
  readonly length: number;
  /** The fact with this seq; throws RangeError outside 0 to length - 1. */
  read(seq: number): Fact;
  /** Facts from `from` (inclusive) to `to` (exclusive, default length). */
  slice(from: number, to?: number): readonly Fact[];
}
