// The compiled form of one XState chart: states and events are numbers, everything a step does is written out beforehand.
import type { Micros } from '../time';
import type { StateTag } from '../view';

/** What a kind's guards, assigns, delays and params see: a cursor over columns, or a plain object. Values are scalars or frozen objects. */
export type Context = Record<string, unknown>;

/** What a chart reacts to. */
export interface MachineEvent {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** What a step tells its caller, in the order in which the chart says it. */
export interface Sink {
  /** A state's `after` begins: the slot is due after `delay` microseconds. */
  arm(slot: number, delay: Micros): void;
  /** The state was left: the slot is no longer due. */
  disarm(slot: number): void;
  /** A named action that is not an assign; `params` are resolved, undefined when the chart gives none. */
  effect(effect: number, params: unknown): void;
}

/** The one object that context functions are called with; filled before each call, never kept. */
export interface Args {
  context: Context;
  event: MachineEvent;
}

/** Anything a chart may compute from context and event. */
export type Compute = (args: Args, params?: unknown) => unknown;

/** One named guard with its params: a static object, or computed at each test. */
export interface Guard {
  readonly test: Compute;
  readonly params: unknown;
  readonly compute: Compute | null;
}

/** One thing a step does; `kind` chooses the fields. */
export type Op =
  | { readonly kind: 'set'; readonly key: string; readonly value: unknown }
  | { readonly kind: 'setOne'; readonly key: string; readonly value: Compute; readonly params: unknown; readonly compute: Compute | null }
  | { readonly kind: 'setMany'; readonly keys: readonly string[]; readonly values: readonly unknown[]; readonly params: unknown; readonly compute: Compute | null }
  | { readonly kind: 'patch'; readonly value: Compute; readonly params: unknown; readonly compute: Compute | null }
  | { readonly kind: 'effect'; readonly effect: number; readonly params: unknown; readonly compute: Compute | null }
  | { readonly kind: 'arm'; readonly slot: number; readonly delay: Micros }
  | { readonly kind: 'armLate'; readonly slot: number; readonly delay: Compute; readonly named: string }
  | { readonly kind: 'disarm'; readonly slot: number };

/** One way out of a cell: taken when its guard holds, or at once when it has none. */
export interface Candidate {
  readonly guard: Guard | null;
  readonly to: number;
  readonly ops: readonly Op[];
}

/** What one chart compiles to. Leaves, events, effects and slots are indices into its lists. */
export interface Table {
  /** The machine's id, which is the kind. */
  readonly id: string;
  /** Paths of the states one can be in, such as `running.serving`. */
  readonly leaves: readonly string[];
  /** For each leaf its own tags and those of the states around it. */
  readonly tags: readonly (readonly StateTag[])[];
  /** Event types the chart names; the engine's own timer events are included. */
  readonly events: readonly string[];
  /** Index of an event type in `events`, or -1 when the chart never names it. */
  eventCode(type: string): number;
  /** How many timers the chart has; a slot is one `after` of one state. */
  readonly slots: number;
  /** For each slot the event code to send when it is due. */
  readonly slotEvent: readonly number[];
  /** Names of the actions that the caller carries out. */
  readonly effects: readonly string[];
  /** Keys of the context, in the order in which the chart's own context has them. */
  readonly keys: readonly string[];
  /** For each leaf whether the machine is done there: every event is ignored. */
  readonly final: readonly boolean[];
  /** A fresh context, as the chart makes it from `input`. */
  initialContext(input: unknown): Context;
  /** Candidates of leaf x event, at `leaf * events.length + event`; null when nothing listens. */
  readonly cells: readonly (readonly Candidate[] | null)[];
  /** Candidates that need no event, for each leaf. */
  readonly always: readonly (readonly Candidate[] | null)[];
  /** The leaf a new entity starts in (before its always-transitions), and what entering it does. */
  readonly start: Candidate;
}
