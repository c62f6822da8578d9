// Runs a compiled table: one call is one macrostep.
import type { Context, MachineEvent, Sink, Table } from './table';

/** Initial entry actions, assigns and always-transitions, written into `context`; returns the leaf. */
export function enter(table: Table, context: Context, sink: Sink, event?: MachineEvent): number {
  throw new Error(`not built yet: ${table.id} ${String(context)} ${String(sink)} ${String(event)}`);
}

/** One macrostep; returns the new leaf, or -1 when nothing in the chart handles the event. */
export function step(table: Table, leaf: number, eventCode: number, context: Context, event: MachineEvent, sink: Sink): number {
  throw new Error(`not built yet: ${table.id} ${leaf} ${eventCode} ${String(context)} ${event.type} ${String(sink)}`);
}
