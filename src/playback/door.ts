// The asynchronous door to runs. Everything crosses it by value and by promise, so that a Worker can stand
// behind it without a change in front of it; today `createDoor` of inThread.ts does.
import type { PreparedOpening } from '../lesson/opening';
import type {
  Blast,
  Command,
  Entity,
  Fact,
  FactReader,
  Micros,
  Refusal,
  Scenario,
  TimedCommand,
  WorldView,
} from '../sim';

/** Name of a run behind one door: `1`, `2`, ... in order of creation. */
export type RunId = string;

/** A run that is there beside the first one from the beginning. */
export interface Forked {
  /** All of its commands, in order of time. */
  readonly journal: readonly TimedCommand[];
  readonly at: Micros;
  readonly furthest: Micros;
  /** The run that it left, by its place among all of them, where, and how many of its commands it has from there. */
  readonly from: { readonly run: number; readonly at: Micros; readonly inherited: number };
}

/** What a run starts from, and where its head shall stand. */
export interface Opening {
  readonly scenario: Scenario;
  /** Commands given earlier, in order of time. */
  readonly journal?: readonly TimedCommand[];
  /** Where the head stands; default 0. */
  readonly at?: Micros;
  /** How far the run was played; never less than `at` and the last command of the journal. */
  readonly furthest?: Micros;
  /** Runs of the same scenario that come after it, in order of creation. */
  readonly forks?: readonly Forked[];
  /** What will be told of the run, where that is known: it can be told before there is an engine. */
  readonly prepared?: PreparedOpening | undefined;
}

/** One run as it stands after a request. */
export interface Report {
  readonly run: RunId;
  readonly view: WorldView;
  readonly head: Micros;
  readonly furthest: Micros;
  readonly journal: readonly TimedCommand[];
  readonly factsAtHead: number;
  /** As `Run.made`. */
  readonly made: readonly Entity[];
  /** What fell and is still down, by all facts of this run; asked where anything changed. */
  readonly blasts: (facts: FactReader) => readonly Blast[];
  /** Facts of this run below this seq were told before and still hold. */
  readonly from: number;
  /** All facts from there to the furthest point. */
  readonly fresh: readonly Fact[];
}

/** A run that was just opened. */
export interface Opened extends Report {
  /** The boxes as the scenario puts them, before any command. */
  readonly start: readonly Entity[];
  /** Those that came after it. */
  readonly forks: readonly Report[];
}

/** What became of a command: refused, or done in `report.run`, which is a new run when it forked. */
export interface Done {
  readonly refusal: Refusal | null;
  readonly report: Report;
}

/**
 * The door. A promise rejects with a `RunProblem` when the engine gives up; the run then stands again as it
 * stood before the request.
 */
export interface Door {
  /** Resolves when runs can be played, and not only told of. Rejects when what plays them cannot be had. */
  ready(): Promise<void>;
  /** Drops every run and starts one, and its forks. */
  open(opening: Opening): Promise<Opened>;
  /** Gives a command at the run's head; in the past it forks, and the run keeps its future. */
  do(run: RunId, command: Command): Promise<Done>;
  /** Why `do` would refuse the command, or null. */
  check(run: RunId, command: Command): Promise<Refusal | null>;
  /** Moves the run's head, playing it further if it has to. */
  seek(run: RunId, at: Micros): Promise<Report>;
  /** The instant after the run's head at which the next fact is told if nobody acts, or null; the run stays. */
  ahead(run: RunId): Promise<Micros | null>;
  /** Takes the run's last command away; null when it has none. */
  undo(run: RunId): Promise<Report | null>;
  /** Rolling hash at the run's head, 16 hex digits. */
  digest(run: RunId): Promise<string>;
  /** Lets go of every run. */
  close(): void;
}
