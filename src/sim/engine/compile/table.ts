// The compiled form of one XState chart: states and events are numbers, and what a step does is written out beforehand.
import type { Micros } from '../time';
import type { StateTag } from '../view';

/** What an entity's functions see: a cursor over the engine's columns, or a plain object. Scalars or frozen objects. */
export type Context = Record<string, unknown>;

/** What a chart reacts to. */
export interface MachineEvent {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** What a step tells its caller, in the order in which the chart says it. */
export interface Sink {
  /** A way that names a state is taken out of a leaf. Heard before what it does. */
  take(leaf: number, way: number): void;
  /** A state's `after` begins: `slotEvent[slot]` is due after `delay` microseconds. */
  arm(slot: number, delay: Micros): void;
  /** The state was left: the slot is no longer due. */
  disarm(slot: number): void;
  /** A named action that is not an assign; `params` are resolved, undefined when the chart gives none. */
  effect(effect: number, params: unknown): void;
}

/** What context functions are called with. One object is reused for all calls: they must not keep it. */
export interface Args {
  readonly context: Context;
  readonly event: MachineEvent;
}

/** A guard, delay, params or the value of an assign: a pure function of context, event and params. */
export type Compute = (args: Args, params?: unknown) => unknown;

/** Params as written (`fixed`), or computed from context and event just before use (`compute`). */
export interface Params {
  readonly fixed: unknown;
  readonly compute: Compute | null;
}

/** A named guard. */
export interface Guard {
  readonly test: Compute;
  readonly params: Params;
}

/** One key of an object assign: `compute` gives the value, or `fixed` is it. */
export interface Write {
  readonly key: string;
  readonly fixed: unknown;
  readonly compute: Compute | null;
}

/** What an op does, and which fields of Op it reads. */
export type OpKind =
  | 'write' // key, fixed or compute, params
  | 'writeAll' // writes, params: all values are computed before the first is written
  | 'patch' // compute, params: a function that gives an object of new values
  | 'effect' // index, params
  | 'arm' // index, delay; or compute when the delay depends on the context
  | 'disarm'; // index

/** One thing a step does. All ops have all fields, so that the loop over them stays fast. */
export interface Op {
  readonly kind: OpKind;
  /** Slot or effect. */
  readonly index: number;
  readonly delay: Micros;
  readonly key: string;
  readonly fixed: unknown;
  readonly compute: Compute | null;
  readonly writes: readonly Write[];
  readonly params: Params;
  /** What an error says about where this came from. */
  readonly label: string;
}

/** One way out of a cell: taken when its guard holds, or at once when it has none. */
export interface Candidate {
  readonly guard: Guard | null;
  /** The leaf one is in afterwards. */
  readonly to: number;
  /** The number of its way in the chart, as `describe` counts them; -1 when it names no state. */
  readonly way: number;
  readonly ops: readonly Op[];
  /** Whether nothing can follow in the same step: no always-transition stands where it leads. */
  readonly rests: boolean;
  /** Whether it moves to another leaf or assigns; XState looks at always-transitions again only then. */
  readonly changes: boolean;
  /** XState's own event when a final state inside a compound one is entered; guards of `always` see it. */
  readonly done: MachineEvent | null;
}

/** What one chart compiles to. Leaves, events, effects and slots are indices into its lists. */
export interface Table {
  /** The machine's id, which is the kind. */
  readonly id: string;
  /** Paths of the states one can be in, such as `running.serving`. */
  readonly leaves: readonly string[];
  /** For each leaf its own tags and those of the states around it, outermost first. */
  readonly tags: readonly (readonly StateTag[])[];
  /** Event types the chart names, the timers' own (`xstate.after...`) included. */
  readonly events: readonly string[];
  /** Index of an event type in `events`, or -1 when the chart never names it. */
  readonly eventCode: (type: string) => number;
  /** How many timers the chart has; a slot is one key of one state's `after`. */
  readonly slots: number;
  /** How many timers can run at once; `slotLane` says in which of these places a slot runs. */
  readonly lanes: number;
  readonly slotLane: readonly number[];
  /** For each slot the event code to send when it is due. */
  readonly slotEvent: readonly number[];
  /** Names of the actions that the caller carries out. */
  readonly effects: readonly string[];
  /** Keys of the context, in the order in which the chart's own context has them. */
  readonly keys: readonly string[];
  /** For each leaf whether the machine is done there: every event is ignored. */
  readonly final: readonly boolean[];
  /** A fresh context as the chart makes it from `input`; throws when its keys are not `keys`. */
  readonly initialContext: (input: unknown) => Context;
  /** Candidates of leaf x event at `leaf * events.length + event`; null when nothing listens. */
  readonly cells: readonly (readonly Candidate[] | null)[];
  /** Candidates that need no event, for each leaf. */
  readonly always: readonly (readonly Candidate[] | null)[];
  /** Where a new entity starts, before its always-transitions. */
  readonly start: Candidate;
}
