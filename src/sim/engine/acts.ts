// What a room's rules may read and do. The world implements both; rules never touch its columns.
import type { MachineEvent } from './compile/table';
import type { EntityId, FactData, Scalar } from './fact';
import type { Micros } from './time';
import type { StateTag } from './view';

/** Number of an entity within its world, from 0 in order of creation. */
export type EntityNumber = number;

/** Reading access for rules, refusals and answers. */
export interface Reader {
  readonly now: Micros;
  /** How many entities there are. */
  readonly count: number;
  id(entity: EntityNumber): EntityId;
  /** The entity with this id, or NONE (-1). */
  find(id: EntityId): EntityNumber;
  kind(entity: EntityNumber): string;
  state(entity: EntityNumber): string;
  has(entity: EntityNumber, tag: StateTag): boolean;
  /** One field of the context; throws for a field that the kind does not have. */
  value(entity: EntityNumber, key: string): Scalar;
  /** As `value`, for fields that are integers. */
  amount(entity: EntityNumber, key: string): number;
  /** What it stands on, or NONE. */
  floor(entity: EntityNumber): EntityNumber;
  above(entity: EntityNumber): readonly EntityNumber[];
  needs(entity: EntityNumber): readonly EntityNumber[];
  neededBy(entity: EntityNumber): readonly EntityNumber[];
  /** Instant at which the present state was entered. */
  since(entity: EntityNumber): Micros;
  /** Whether it is still in the state in which it was made, by the scenario or later. */
  isAsMade(entity: EntityNumber): boolean;
  /** How long the state before the present one lasted. */
  lastStateLasted(entity: EntityNumber): Micros;
  /** When the running delay of the present state ends, or null. */
  due(entity: EntityNumber): Micros | null;
  /** Bytes of its own that an entity holds now, and bytes charged at its level by what is above it. */
  heldBytes(entity: EntityNumber): number;
  chargedBytes(entity: EntityNumber): number;
}

/** What an effect may do: everything happens at this instant, in order, with its cause attached. */
export interface Acts extends Reader {
  /** Delivers an event to an entity, at this instant, after what is already waiting. */
  send(to: EntityNumber, event: MachineEvent): void;
  /** Tells a fact whose cause is what is being handled; later effects of this act are caused by it. */
  tell(about: EntityNumber, name: string, data?: FactData): void;
  /** Changes what an entity stands on; NONE for nothing. */
  standOn(entity: EntityNumber, floor: EntityNumber): void;
  /** Sets the bytes that an entity holds itself, charging or releasing every level below it. */
  hold(entity: EntityNumber, bytes: number): void;
  /**
   * Makes a box of a kind on a floor, NONE for nothing; what its chart does first follows from what is being handled.
   * Throws for a kind that is not there and a name that is taken.
   */
  create(
    kind: string,
    name: string,
    spec: Readonly<Record<string, Scalar>>,
    floor: EntityNumber,
  ): EntityNumber;
  /** Notes that an entity needs another one, or that it does no longer; noted twice is noted once. */
  need(entity: EntityNumber, other: EntityNumber): void;
  forget(entity: EntityNumber, other: EntityNumber): void;
}

/** One named action of a chart that is not an assign: what the world does about it. */
export type Effect = (acts: Acts, self: EntityNumber, params: never) => void;
