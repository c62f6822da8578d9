// Carries out the ops of one transition: writes the context in place, tells the sink the rest.
import { fromMillis, type Micros } from '../time';
import { evaluate, resolve } from './call';
import { ChartRefused } from './refuse';
import type { Candidate, Compute, Context, MachineEvent, Op, Sink, Table, Write } from './table';

/** Values of an object assign, between computing and writing. */
const computed: unknown[] = [];

function valueOf(
  table: Table,
  write: Write,
  context: Context,
  event: MachineEvent,
  params: unknown,
): unknown {
  return write.compute === null ? write.fixed : evaluate(table.id, write.compute, context, event, params);
}

/** Every value is computed from the old context before the first key is written. */
function writeAll(table: Table, op: Op, context: Context, event: MachineEvent): void {
  const params = resolve(table.id, op.params, context, event);
  let count = 0;
  for (const write of op.writes) computed[count++] = valueOf(table, write, context, event, params);
  count = 0;
  for (const write of op.writes) context[write.key] = computed[count++];
}

function patch(table: Table, op: Op, compute: Compute, context: Context, event: MachineEvent): void {
  const changed = evaluate(table.id, compute, context, event, resolve(table.id, op.params, context, event));
  if (changed === undefined || changed === null) return;
  for (const [key, value] of Object.entries(changed)) {
    if (!table.keys.includes(key)) {
      throw new ChartRefused(
        `${op.label} assigns "${key}", which the context does not have; add it there first`,
      );
    }
    context[key] = value;
  }
}

function delayOf(table: Table, op: Op, compute: Compute, context: Context, event: MachineEvent): Micros {
  const millis = evaluate(table.id, compute, context, event, undefined);
  if (typeof millis === 'number' && millis >= 0 && millis < Infinity) return fromMillis(millis);
  throw new ChartRefused(
    `${op.label} gives ${String(millis)}; a delay is a number of milliseconds, zero or more`,
  );
}

/** Runs one candidate's ops in order. Throws ChartRefused when a chart's function gives what the table cannot hold. */
export function run(
  table: Table,
  candidate: Candidate,
  context: Context,
  event: MachineEvent,
  sink: Sink,
): void {
  for (const op of candidate.ops) {
    switch (op.kind) {
      case 'write':
        for (const write of op.writes) {
          context[write.key] = valueOf(
            table,
            write,
            context,
            event,
            resolve(table.id, op.params, context, event),
          );
        }
        break;
      case 'writeAll':
        writeAll(table, op, context, event);
        break;
      case 'patch':
        if (op.compute !== null) patch(table, op, op.compute, context, event);
        break;
      case 'effect':
        sink.effect(op.index, resolve(table.id, op.params, context, event));
        break;
      case 'arm':
        sink.arm(op.index, op.compute === null ? op.delay : delayOf(table, op, op.compute, context, event));
        break;
      case 'disarm':
        sink.disarm(op.index);
        break;
    }
  }
}
