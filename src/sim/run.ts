// A run: scenario, seed and journal, and the one world (or two) that plays them.
import type { Command, Refusal, TimedCommand } from './engine/command';
import type { FactReader } from './engine/fact';
import type { Scenario } from './engine/scenario';
import type { Micros } from './engine/time';
import type { Entity, WorldView } from './engine/view';

/** Where a fork left its parent. */
export interface ForkPoint {
  readonly at: Micros;
  /** How many of the parent's journal entries the fork kept. */
  readonly journalLength: number;
}

/** What `do` answers: the fact of the command, or why not. */
export type Outcome =
  { readonly done: true; readonly seq: number } | { readonly done: false; readonly refusal: Refusal };

/** One deterministic run with a head that can be anywhere up to its furthest point, or go beyond it. */
export interface Run {
  readonly scenario: Scenario;
  readonly journal: readonly TimedCommand[];
  /** The instant that is looked at. */
  readonly head: Micros;
  /** The latest instant that was ever played. */
  readonly furthest: Micros;
  /** Facts up to the furthest point. */
  readonly facts: FactReader;
  /** How many of the facts have happened at the head. */
  readonly factsAtHead: number;
  /** Boxes that were made after the scenario's, each on what it stood on first; the same array until there are more. */
  readonly made: readonly Entity[];
  /** Moves the head: replay for the past, play for the future. */
  seek(at: Micros): void;
  view(): WorldView;
  /** Gives a command at the head. Throws RangeError when the head is in the past: fork first. */
  do(command: Command): Outcome;
  /** Why the command would be refused at the head, or null; changes nothing. */
  check(command: Command): Refusal | null;
  /** A new run that shares everything up to the head; this one is kept as it is. */
  fork(): Run & { readonly forkedAt: ForkPoint };
  /** A run without its last command, with the head where it is; null when it has none of its own (a fork keeps its parent's). */
  undo(): Run | null;
  /** Rolling hash of facts plus state in id order, at the head. 16 hex digits. */
  digest(): string;
}
