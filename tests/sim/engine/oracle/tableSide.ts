// The table's side of a comparison: runs it and writes down what it tells its sink in the words of XState.
import { enter, step } from '../../../../src/sim/engine/compile/step';
import type { Context, MachineEvent, Sink, Table } from '../../../../src/sim/engine/compile/table';
import type { Entry } from './xstate';

/** A table with one entity. */
export class TableSide implements Sink {
  readonly table: Table;
  leaf = -1;
  context: Context = {};
  /** Whether the last step took anything. */
  handled = true;
  log: Entry[] = [];

  constructor(table: Table) {
    this.table = table;
  }

  take(): void {
    // XState's side does not tell which way it took.
  }

  arm(slot: number, delay: number): void {
    this.#note('arm', this.#timer(slot), delay);
  }

  disarm(slot: number): void {
    this.#note('disarm', this.#timer(slot), null);
  }

  effect(effect: number, params: unknown): void {
    this.#note('effect', this.table.effects[effect] ?? `effect ${effect}`, params);
  }

  start(input: unknown): void {
    this.log = [];
    this.handled = true;
    this.context = this.table.initialContext(input);
    this.leaf = enter(this.table, this.context, this, { type: 'xstate.init', input });
  }

  place(leaf: string, context: Context): void {
    this.leaf = this.table.leaves.indexOf(leaf);
    this.context = { ...context };
  }

  next(event: MachineEvent): void {
    this.log = [];
    const leaf = step(this.table, this.leaf, this.table.eventCode(event.type), this.context, event, this);
    this.handled = leaf !== -1;
    if (this.handled) this.leaf = leaf;
  }

  #note(did: Entry['did'], name: string, what: unknown): void {
    this.log.push({ did, name, what, context: { ...this.context } });
  }

  #timer(slot: number): string {
    return this.table.events[this.table.slotEvent[slot] ?? -1] ?? `slot ${slot}`;
  }
}
