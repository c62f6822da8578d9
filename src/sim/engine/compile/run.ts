// Carries out the ops of one transition: writes the context in place, tells the sink the rest.
import { fromMillis, type Micros } from '../time';
import { aim, evaluate, resolve } from './call';
import { ChartRefused } from './refuse';
import type { Candidate, Compute, Context, MachineEvent, Op, Sink, Table, Write } from './table';

/** Values of an object assign, between computing and writing. */
const computed: unknown[] = [];

function valueOf(write: Write, params: unknown): unknown {
  return write.compute === null ? write.fixed : evaluate(write.compute, params);
}

/** Every value is computed from the old context before the first key is written. */
function writeAll({ writes, params }: Op, context: Context): void {
  const given = resolve(params);
  let count = 0;
  for (const write of writes) computed[count++] = valueOf(write, given);
  count = 0;
  for (const write of writes) context[write.key] = computed[count++];
}

function patch(table: Table, { label, params }: Op, compute: Compute, context: Context): void {
  const changed = evaluate(compute, resolve(params));
  if (changed === undefined || changed === null) return;
  for (const [key, value] of Object.entries(changed)) {
    if (!table.keys.includes(key)) {
      throw new ChartRefused(
        `${label} assigns "${key}", which the context does not have; add it there first`,
      );
    }
    context[key] = value;
  }
}

function delayOf(label: string, compute: Compute): Micros {
  const millis = evaluate(compute, undefined);
  if (typeof millis === 'number' && millis >= 0 && millis < Infinity) return fromMillis(millis);
  throw new ChartRefused(
    `${label} gives ${String(millis)}; a delay is a number of milliseconds, zero or more`,
  );
}

/**
 * Runs one candidate's ops in order; the chart's functions must have been aimed at context and event. Throws
 * ChartRefused when one of them gives what the table cannot hold.
 */
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
        context[op.key] = op.compute === null ? op.fixed : evaluate(op.compute, resolve(op.params));
        break;
      case 'writeAll':
        writeAll(op, context);
        break;
      case 'patch':
        if (op.compute !== null) patch(table, op, op.compute, context);
        break;
      case 'effect':
        sink.effect(op.index, resolve(op.params));
        aim(table.id, context, event);
        break;
      case 'arm':
        sink.arm(op.index, op.compute === null ? op.delay : delayOf(op.label, op.compute));
        aim(table.id, context, event);
        break;
      case 'disarm':
        sink.disarm(op.index);
        aim(table.id, context, event);
        break;
    }
  }
}
