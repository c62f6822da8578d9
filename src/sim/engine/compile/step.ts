// Runs a compiled table: one call is one macrostep. Nothing is allocated unless the chart's own functions do it.
import { INIT, aim, evaluate, resolve } from './call';
import { run } from './run';
import type { Candidate, Context, MachineEvent, Sink, Table } from './table';

/** More always-transitions than this in one step are a loop. */
const ALWAYS_LIMIT = 1_000;

/** An always-transition that never comes to rest. */
export class Livelock extends Error {
  override readonly name = 'Livelock';
}

/** The first candidate whose guard holds; null when none does. */
function choose(candidates: readonly Candidate[] | null | undefined): Candidate | null {
  if (!candidates) return null;
  for (const candidate of candidates) {
    const { guard } = candidate;
    if (guard === null || evaluate(guard.test, resolve(guard.params))) return candidate;
  }
  return null;
}

/**
 * Takes `first`, then always-transitions until none is enabled, exactly as XState does: it looks again after each
 * change, and once more with the done event of every final state entered inside a compound one.
 */
function settle(
  table: Table,
  from: number,
  first: Candidate | null,
  context: Context,
  event: MachineEvent,
  sink: Sink,
): number {
  let leaf = from;
  let cause = event;
  let dones: MachineEvent[] | null = null;
  let look = true;
  let next = first;
  let taken = false;
  for (let count = 0; count <= ALWAYS_LIMIT; count++) {
    if (next !== null) {
      if (next.way >= 0) sink.take(leaf, next.way);
      run(table, next, context, cause, sink);
      leaf = next.to;
      look = next === first || next.changes;
      if (next.done !== null) (dones ??= []).push(next.done);
      taken = true;
    }
    if (table.final[leaf]) return leaf;
    next = look ? choose(table.always[leaf]) : null;
    if (next !== null) continue;
    const done: MachineEvent | undefined = dones?.shift();
    if (done === undefined) return taken ? leaf : -1;
    cause = done;
    look = true;
    aim(table.id, context, cause);
  }
  throw new Livelock(
    `machine "${table.id}", state "${table.leaves[leaf] ?? ''}": more than ${ALWAYS_LIMIT} always-transitions ` +
      `after "${event.type}"; guard one of them with something that they change`,
  );
}

/**
 * Starts an entity: entry actions, assigns and always-transitions of the chart's initial states, written into
 * `context`. Returns the leaf. `event` defaults to XState's own init event. Throws Livelock.
 */
export function enter(table: Table, context: Context, sink: Sink, event: MachineEvent = INIT): number {
  aim(table.id, context, event);
  return settle(table, table.start.to, table.start, context, event, sink);
}

/** Whether a step with this event would be taken, and not for an always-transition alone. */
export function canStep(
  table: Table,
  leaf: number,
  eventCode: number,
  context: Context,
  event: MachineEvent,
): boolean {
  aim(table.id, context, event);
  return eventCode >= 0 && choose(table.cells[leaf * table.events.length + eventCode]) !== null;
}

/**
 * One macrostep. Returns the new leaf (the same one after a targetless transition), or -1 when neither the event nor an
 * always-transition was taken. `eventCode` is -1 for an event the chart never names. Throws Livelock.
 */
export function step(
  table: Table,
  leaf: number,
  eventCode: number,
  context: Context,
  event: MachineEvent,
  sink: Sink,
): number {
  // A leaf where the machine is done has neither cells nor always-transitions.
  const cell = eventCode < 0 ? null : table.cells[leaf * table.events.length + eventCode];
  aim(table.id, context, event);
  const taken = choose(cell);
  if (taken !== null && taken.rests) {
    if (taken.way >= 0) sink.take(leaf, taken.way);
    run(table, taken, context, event, sink);
    return taken.to;
  }
  // XState looks at always-transitions after every event, also after one that nothing handles.
  if (taken === null && !table.always[leaf]) return -1;
  return settle(table, leaf, taken, context, event, sink);
}
