// XState and the table side by side: every step is taken by both and compared in all that can be seen of it.
import { isDeepStrictEqual } from 'node:util';
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { compile } from '../../../../src/sim/engine/compile/compile';
import { Livelock } from '../../../../src/sim/engine/compile/step';
import type { Context, MachineEvent } from '../../../../src/sim/engine/compile/table';
import { TableSide } from './tableSide';
import { type Watch, twinOf } from './twin';
import { type Entry, Oracle, type Outcome, freeze } from './xstate';

/** After so many microsteps XState shall report an endless loop. */
const OPTIONS = { options: { maxIterations: 50 } };

/** All that can be seen of one step. */
export interface Seen {
  readonly leaf: string;
  readonly done: boolean;
  readonly handled: boolean;
  readonly tags: readonly string[];
  readonly context: Context;
  readonly log: readonly Entry[];
  /** Every call of a function of the chart, with the context, event and params it saw. */
  readonly calls: readonly string[];
}

/** One step of XState, to be held against other tables later: from where, with what, and what came of it. */
export interface Case {
  /** null: the start, with `event.input`. */
  readonly from: { readonly leaf: string; readonly context: Context } | null;
  readonly event: MachineEvent;
  /** null: an endless loop. */
  readonly seen: Omit<Seen, 'calls'> | null;
}

/** Thrown when the table does not do what XState does. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
}

/** One value in few letters: this is asked for more often than anything else. */
function textOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === undefined ? '' : JSON.stringify(value);
}

function contextText(context: Context): string {
  let text = '';
  for (const key in context) text += `${textOf(context[key])} `;
  return text;
}

function callOf(label: string, context: string, event: MachineEvent, params: unknown): string {
  return `${label} ${event.type} ${context}${textOf(params)}`;
}

/** One machine on both sides; `keep` is told every step of XState. Compiling throws ChartRefused as `compile` does. */
export class Pair {
  readonly oracle: Oracle;
  readonly table: TableSide;
  comparisons = 0;
  snapshot: AnyMachineSnapshot | null = null;
  readonly #keep: (step: Case) => void;
  #oracleCalls: string[] = [];
  #tableCalls: string[] = [];

  constructor(machine: AnyStateMachine, keep: (step: Case) => void = () => undefined) {
    this.#keep = keep;
    const freezing: Watch = (label, compute, args, params) => {
      freeze(args.context);
      freeze(args.event);
      this.#oracleCalls.push(callOf(label, contextText(args.context), args.event, freeze(params)));
      return compute(args, params);
    };
    const noticing: Watch = (label, compute, args, params) => {
      const before = contextText(args.context);
      this.#tableCalls.push(callOf(label, before, args.event, params));
      const value = compute(args, params);
      const after = contextText(args.context);
      if (before !== after) throw new Mismatch(`${label} writes into its context: ${before}became ${after}`);
      return value;
    };
    this.table = new TableSide(compile(twinOf(machine, noticing)));
    this.oracle = new Oracle(twinOf(machine, freezing, OPTIONS));
  }

  /** Both start; returns what XState took, or null when both are caught in an endless loop. */
  start(input: unknown): Outcome | null {
    const event = { type: 'xstate.init', input };
    return this.#both(
      null,
      event,
      () => this.oracle.start(input),
      () => {
        this.table.start(input);
      },
    );
  }

  /** Puts both into a leaf without looking how one gets there. */
  place(leaf: string, context: Context): void {
    this.snapshot = this.oracle.place(leaf, context);
    this.table.place(leaf, context);
  }

  /** Both take one event; returns what XState took, or null when both are caught in an endless loop. */
  next(event: MachineEvent): Outcome | null {
    const { snapshot } = this;
    if (snapshot === null) throw new Error('start or place first');
    const from = {
      leaf: this.table.table.leaves[this.table.leaf] ?? '',
      context: snapshot.context as Context,
    };
    return this.#both(
      from,
      event,
      () => this.oracle.next(snapshot, event),
      () => {
        this.table.next(event);
      },
    );
  }

  #both(from: Case['from'], event: MachineEvent, oracle: () => Outcome, table: () => void): Outcome | null {
    this.comparisons++;
    this.#oracleCalls = [];
    this.#tableCalls = [];
    const outcome = unlessEndless(oracle, (error) => String(error).includes('Infinite loop detected'));
    const ran = unlessEndless(table, (error) => error instanceof Livelock);
    const wanted = outcome && seenByOracle(outcome, from === null, this.#oracleCalls);
    const got = ran === null ? null : seenByTable(this.table, this.#tableCalls);
    if (!isSame(got, wanted) || !this.#sameCalls(wanted === null)) {
      const shown = JSON.stringify({ from, event, xstate: wanted, table: got }, null, 1);
      throw new Mismatch(`machine "${this.table.table.id}" differs from XState: ${shown}`);
    }
    this.#keep({ from, event, seen: wanted });
    this.snapshot = outcome && outcome.snapshot;
    return outcome;
  }

  /** Every function saw the same, in the same order; in an endless loop as far as XState went. */
  #sameCalls(endless: boolean): boolean {
    const [wanted, got] = [this.#oracleCalls, this.#tableCalls];
    return (endless || wanted.length === got.length) && wanted.every((call, index) => call === got[index]);
  }
}

/** Whether nothing that can be seen differs; null stands for an endless loop. */
export function isSame(a: Omit<Seen, 'calls'> | null, b: Omit<Seen, 'calls'> | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.leaf !== b.leaf || a.done !== b.done || a.handled !== b.handled) return false;
  return isDeepStrictEqual([a.tags, a.context, a.log], [b.tags, b.context, b.log]);
}

function unlessEndless<T>(act: () => T, endless: (error: unknown) => boolean): T | null {
  try {
    return act();
  } catch (error) {
    if (endless(error)) return null;
    throw error;
  }
}

function seenByOracle(outcome: Outcome, start: boolean, calls: readonly string[]): Seen {
  const { snapshot, leaf, log, taken } = outcome;
  return {
    leaf,
    done: snapshot.status === 'done',
    handled: start || taken.length > 0,
    tags: [...(snapshot.tags as ReadonlySet<string>)].sort(),
    context: snapshot.context as Context,
    log,
    calls,
  };
}

/** All that can be seen of a table's last step. */
export function seenByTable(side: TableSide, calls: readonly string[]): Seen {
  const { table, leaf, handled, context, log } = side;
  return {
    leaf: table.leaves[leaf] ?? `leaf ${leaf}`,
    done: table.final[leaf] === true,
    handled,
    tags: [...(table.tags[leaf] ?? [])].sort(),
    context: { ...context },
    log,
    calls,
  };
}
