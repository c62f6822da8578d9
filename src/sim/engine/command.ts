// What may be asked of the world, and how it says no.
import type { EntityId, FactData, Scalar } from './fact';
import type { Micros } from './time';

/** A request to change the world; `args` are flat, such as `{ policy: 'always' }`. */
export interface Command {
  readonly name: string;
  readonly target: EntityId;
  readonly args?: Readonly<Record<string, Scalar>>;
}

/** A command with the instant at which it was, or shall be, given. */
export interface TimedCommand {
  readonly at: Micros;
  readonly command: Command;
}

/** Why a command could not be done: a code for `src/words`, and its data. Nothing was changed. */
export interface Refusal {
  readonly code: string;
  readonly data: FactData;
}
