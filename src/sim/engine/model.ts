// What a model is to the engine: kinds, commands, and the arithmetic to do when an instant is over.
import type { Acts, EntityNumber, Reader } from './acts';
import type { MachineEvent } from './compile/table';
import type { Refusal } from './command';
import type { Scalar } from './fact';
import type { KindDefinition } from './kind';

/** What an argument of a command must be. `wanted` names it for the refusal. */
export interface ArgumentRule {
  readonly wanted: string;
  readonly optional?: boolean;
  accepts(value: Scalar, reader: Reader): boolean;
}

/** What comes with a command, by name. */
export type Arguments = Readonly<Record<string, Scalar>>;

/** An event of a command for another entity than its target. */
export interface Delivery {
  readonly to: EntityNumber;
  readonly event: MachineEvent;
}

/** One command: whom it may be given to, when it is refused, and the events it becomes. */
export interface CommandDefinition {
  readonly name: string;
  readonly on: readonly string[];
  readonly args?: Readonly<Record<string, ArgumentRule>>;
  /** Why it cannot be done now, or null. The arguments have been checked already. */
  refuse?(reader: Reader, target: EntityNumber, args: Arguments): Refusal | null;
  /** Makes, moves and tells what no chart of the target's can: boxes that are not there yet. Before the events. */
  does?(acts: Acts, target: EntityNumber, args: Arguments): void;
  /** Events for the target, in order. */
  events(reader: Reader, target: EntityNumber, args: Arguments): readonly MachineEvent[];
  /** Events for others, after those for the target. */
  also?(reader: Reader, target: EntityNumber, args: Arguments): readonly Delivery[];
  /** The context field that this command sets, for facts that name it as a further condition. */
  readonly sets?: string;
}

/** What the arithmetic at the end of an instant may write. */
export interface Grants extends Reader {
  /**
   * Sets what an entity wants and gets, and what of its runnable CPU others have, in micro-cores; its CPU time so
   * far is kept exactly.
   */
  grant(entity: EntityNumber, wanted: number, granted: number, stolen: number): void;
}

/** What a model keeps beside the columns, for all entities together. Only effects read and write it. */
export interface Store {
  /** The same once more, to be written apart from this one. */
  copy(): Store;
}

/** A whole model. The same model, scenario, seed and journal give the same run. */
export interface Model {
  readonly kinds: readonly KindDefinition[];
  readonly commands: readonly CommandDefinition[];
  /** Makes the store of a new world. */
  store?(): Store;
  /** Shares out what is shared, for what changed in the instant that is now over. */
  settle?(grants: Grants, changed: readonly EntityNumber[]): void;
}
