// What everybody outside the engine sees of the world: frozen data, never the columns themselves.
import type { EntityId, FactData, Scalar } from './fact';
import type { Micros } from './time';

/** What a chart says about a state, through XState tags; drawing and laws read these, never state names. */
export type StateTag =
  | 'up' // can carry what stands on it
  | 'starting' // on its way up: pale, with the time left
  | 'serving' // a copy that answers
  | 'suffering' // up, but something that it needs is gone
  | 'down' // ended, by itself or with something else: hatched, but not with 'ended'
  | 'ended' // down because somebody ended it, or what it stood on: nothing fell
  | 'waiting' // down, but somebody will pick it up at a known time
  | 'stopping' // up, and on its way off: nothing new is started on it
  | 'off' // not asked to run
  | 'absent' // not in the world now (a container that is not placed)
  | 'holds-memory'; // its own memory is in use

/** A way of a chart that was taken. */
export interface Transition {
  /** Path of the leaf that was left. */
  readonly from: string;
  /** The way that was taken, by its number in the chart. */
  readonly way: number;
}

/** One box at one instant. The same reference is handed out as long as nothing about it changed. */
export interface Entity {
  readonly id: EntityId;
  readonly kind: string;
  readonly name: string;
  /** Path of the chart's leaf, as `running.serving`. */
  readonly state: string;
  readonly tags: readonly StateTag[];
  /** Instant at which this state was entered. */
  readonly since: Micros;
  /** Instant at which the state's own delay ends (boot, back-off), if it has one. */
  readonly due: Micros | null;
  /** The transition by which it came to this state; null as long as it is where it was made. */
  readonly lastTransition: Transition | null;
  /** Whether it is still in the state in which it was made, by the scenario or later: nobody started or stopped it since. */
  readonly isAsMade: boolean;
  readonly standsOn: EntityId | null;
  /** What stands on it, in order of creation. */
  readonly holds: readonly EntityId[];
  readonly needs: readonly EntityId[];
  /** The chart's context: flat values such as `memoryBytes`, `service`, `restartPolicy`. */
  readonly context: Readonly<Record<string, Scalar>>;
  /**
   * CPU in integer micro-cores: what it asks for, what it gets with all that stands on it. `stolen`: what a VM's
   * virtual CPUs could run and do not get, its steal time; 0 for what has none.
   */
  readonly cpu: { readonly wanted: number; readonly granted: number; readonly stolen: number };
  /**
   * Memory in bytes. `own`: its own floor when it is up (kernel and services, a program, a runtime).
   * `size`: the room it gives to what stands on it (a host's RAM, a VM's reservation, a container's limit), or null.
   * `charged`: own plus everything above it, at this instant.
   */
  readonly memory: { readonly own: number; readonly size: number | null; readonly charged: number };
}

/** Who restarts a box as things are set now. */
export interface Picker {
  /** 'service-manager' | 'runtime' | 'hypervisor' | 'kernel' | 'person'. A person is outside the world. */
  readonly by: string;
  /** The box that acts, or null for a person. */
  readonly id: EntityId | null;
  /** What it was told: `always`, `on-failure`, `restart`, `panic=10`, `start-at-boot`. */
  readonly setting: string;
}

/** The answer to "waiting for": what must become true, who could do it, when it is looked at next. */
export interface Wait {
  /** Code for `src/words`: `back-off`, `boot`, `floor`, `nobody`, ... */
  readonly condition: string;
  readonly who: EntityId | null;
  readonly at: Micros | null;
  readonly data?: FactData;
}

/** Something that a box needs and does not have, and why not: nothing is up there, it stands still, or it is shut off. */
export interface Lack {
  readonly id: EntityId;
  readonly why: 'down' | 'paused' | 'shut-off';
}

/**
 * How it stands with what a box is to run while that is not among its files: it was not sent or is on its way, or it was
 * sent and the other end did not take it.
 */
export type DeliveryState = 'to-come' | 'refused';

/** What a box's weight is worth among those beside it that are up, if all of them wanted all the CPU of their floor. */
export interface CpuShare {
  /** Those beside it that could want CPU now. */
  readonly beside: readonly EntityId[];
  /** Its weight, and the weights of all of them together, as they are set. */
  readonly weight: number;
  readonly ofWeights: number;
  /** Its part of the CPU of their floor by weight, from 0 to 1. */
  readonly part: number;
  /** Whose limit is less than his part, so that it comes out otherwise: its own, only that of others, or nobody's. */
  readonly limited: 'own' | 'others' | null;
}

/** What a CPU quota does to a box in each of its periods, in microseconds of wall time, CPU time apart. */
export interface CpuPeriod {
  readonly periodMicros: number;
  /** CPU time it may have in a period. */
  readonly quotaMicros: number;
  /** How long its threads run before they are stopped; the whole period when they never are. */
  readonly runsMicros: number;
  /** CPU time it gets. */
  readonly usageMicros: number;
  /** What one period adds to nr_throttled and, counted for each CPU, to throttled_usec. */
  readonly throttled: 0 | 1;
  readonly throttledMicros: number;
}

/** A package of a distribution as it lies in a layer. */
export interface Installed {
  readonly name: string;
  readonly version: string;
}

/** The world at one instant: read only, a new reference for each frame. */
export interface WorldView {
  readonly at: Micros;
  readonly seed: number;
  /** All entities in order of creation; hosts come before what stands on them. */
  readonly entities: readonly Entity[];
  /** Rises when any entity of the room (kind) changed. */
  readonly versions: Readonly<Record<string, number>>;
  get(id: EntityId): Entity | undefined;
  ofKind(kind: string): readonly Entity[];
  /** CPU time used since it was started last (a host: in all), in core-microseconds (rounded down), read at `at`. */
  cpuUsed(id: EntityId): number;
  /** Its place in the order in which all boxes were made, or started anew since, from 0; -1 for what is not there. */
  orderOf(id: EntityId): number;
  pickersOf(id: EntityId): readonly Picker[];
  waitOf(id: EntityId): Wait | null;
  /** What a program needs and does not have, in the order of its needs, whether it asks or not; none of other boxes. */
  lacksOf(id: EntityId): readonly Lack[];
  /** The pattern within a period of its CPU quota; null for what has none. */
  periodOf(id: EntityId): CpuPeriod | null;
  /** What its weight is worth; null for what has none, is not up, or has nobody beside it that could want CPU now. */
  shareOf(id: EntityId): CpuShare | null;
  /** Of a box that was never started, as long as what it is to run is not there; null for every other. */
  deliveryOf(id: EntityId): DeliveryState | null;
  /** Whether the memory of a VM is only promised: it gets that as it touches it, and may have to give back. */
  isPromised(id: EntityId): boolean;
  /** The namespaces that a program was given for itself, in the usual order; those of its container are not its own. */
  namespacesOf(id: EntityId): readonly string[];
  /** Paths that nobody finds who looks through a layer: it deletes them from those below, which stay as they are. */
  hidesOf(id: EntityId): readonly string[];
  /** Packages of a distribution that lie in a layer, each in its version. */
  packagesOf(id: EntityId): readonly Installed[];
}
