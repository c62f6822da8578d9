// The oracle: XState's own pure transition, with everything it does written down in the words of the table.
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { fromMillis } from '../../../../src/sim/engine/time';
import { type ChartTransition, chartOf } from '../../../../src/sim/engine/compile/internals';
import { initialChain } from '../../../../src/sim/engine/compile/plan';
import type { Context, MachineEvent } from '../../../../src/sim/engine/compile/table';

/** One thing a step did: a timer begun or ended, or an effect with its params; and the context at that moment. */
export interface Entry {
  readonly did: 'arm' | 'disarm' | 'effect';
  /** The effect, or the event of the timer. */
  readonly name: string;
  /** Params of the effect, delay of the timer. */
  readonly what: unknown;
  readonly context: Context;
}

/** A transition that XState took, with the leaf it was taken from. */
export interface Taken {
  readonly leaf: string;
  readonly transition: ChartTransition;
}

/** What XState made of one event. */
export interface Outcome {
  readonly snapshot: AnyMachineSnapshot;
  readonly leaf: string;
  readonly log: readonly Entry[];
  readonly taken: readonly Taken[];
}

interface Action {
  readonly type: string;
  readonly params: unknown;
  readonly info: { readonly context: Context };
}

interface Microstep {
  readonly type: string;
  readonly snapshot: AnyMachineSnapshot;
  readonly _transitions: readonly ChartTransition[];
}

/** `{ running: 'serving' }` -> `running.serving`. */
export function leafOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return Object.entries(value as Record<string, unknown>)
    .map(([key, inner]) => `${key}.${leafOf(inner)}`)
    .join();
}

/** Deep-freezes anything a context or event may hold. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze<unknown>(inner);
  }
  return value;
}

function entryOf({ type, params, info: { context } }: Action): Entry {
  const details = params as Record<string, unknown>;
  if (type === 'xstate.cancel')
    return { did: 'disarm', name: String(details['sendId']), what: null, context };
  if (type !== 'xstate.raise') return { did: 'effect', name: type, what: params, context };
  return { did: 'arm', name: String(details['id']), what: fromMillis(Number(details['delay'])), context };
}

/** Runs one machine through XState, an event at a time. */
export class Oracle {
  readonly machine: AnyStateMachine;
  readonly #scope: Record<string, unknown>;
  #log: Entry[] = [];
  #taken: Taken[] = [];
  #leaf = '';

  constructor(machine: AnyStateMachine) {
    this.machine = machine;
    const nothing = (): void => undefined;
    const inspect = (step: Microstep): void => {
      for (const transition of step._transitions) this.#taken.push({ leaf: this.#leaf, transition });
      this.#leaf = leafOf(step.snapshot.value);
    };
    this.#scope = {
      self: {},
      system: { _sendInspectionEvent: inspect },
      defer: nothing,
      emit: nothing,
      logger: nothing,
      stopChild: nothing,
      actionExecutor: (action: Action) => this.#log.push(entryOf(action)),
    };
  }

  /** The machine's start. Throws what its functions throw. */
  start(input: unknown): Outcome {
    this.#begin(initialChain(chartOf(this.machine).root).at(-1)?.path.join('.') ?? '');
    const snapshot = this.machine.getInitialSnapshot(this.#scope as never, input) as AnyMachineSnapshot;
    if (snapshot.status === 'error') throw snapshot.error;
    return this.#end(snapshot);
  }

  /** A machine put into a leaf, as if it had come there. */
  place(leaf: string, context: Context): AnyMachineSnapshot {
    const value = leaf
      .split('.')
      .reduceRight<unknown>((inner, key) => (inner === null ? key : { [key]: inner }), null);
    const config = { value, context: freeze({ ...context }) };
    return this.machine.resolveState(config as never);
  }

  /** One event. Throws what the machine's functions throw, and XState's own error at an endless loop. */
  next(from: AnyMachineSnapshot, event: MachineEvent): Outcome {
    this.#begin(leafOf(from.value));
    return this.#end(this.machine.transition(from, event, this.#scope as never) as AnyMachineSnapshot);
  }

  #begin(leaf: string): void {
    this.#log = [];
    this.#taken = [];
    this.#leaf = leaf;
  }

  #end(snapshot: AnyMachineSnapshot): Outcome {
    freeze(snapshot.context);
    return { snapshot, leaf: leafOf(snapshot.value), log: this.#log, taken: this.#taken };
  }
}
