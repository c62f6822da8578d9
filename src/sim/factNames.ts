// Every fact the model tells, read off its charts; commands and faults are named after their commands.
import type { Candidate, Op, Table } from './engine/compile/table';
import { tableOf, type Told } from './engine/kind';
import { model } from './model';

/** Names of all facts, each once; `src/words` has a sentence for each. */
export const FACT_NAMES: readonly string[] = [
  ...new Set([
    'scenario.started',
    ...model.commands.flatMap((command) => [`command.${command.name}`, `fault.${command.name}`]),
    ...model.kinds.flatMap((kind) => toldBy(tableOf(kind.machine))),
    // Told by effects, with what they found or made.
    'vm.refused',
    'kernel.out-of-memory',
    // Told by the effects of the file systems and artifacts, with what was looked for and what came.
    'process.looked-up',
    'process.not-loaded',
    'filesystem.replaced',
    'artifact.arrived',
    'artifact.lost',
    'vm.no-disk',
    'vm.snapshot-taken',
    'vm.rolled-back',
    'vm.cloned',
    'vm.restored',
    'kernel.no-root',
    // Told by the effects and commands of images and their layers.
    'image.pulling',
    'layer.stored',
    'layer.read',
    'container.wrote',
    'container.deleted-file',
    'container.looked-for',
    'runtime.pruned',
    // Told by the effects of builders.
    'builder.started',
    'builder.resolved',
    'builder.cached',
    'builder.running',
    'builder.ran',
    'builder.built',
    'builder.pushed',
    'builder.pruned',
    'image.scanned',
    'container.patched',
    'container.committed',
  ]),
];

function toldBy(table: Table): readonly string[] {
  const candidates: (Candidate | null)[] = [table.start, ...table.cells.flat(), ...table.always.flat()];
  return candidates.flatMap((candidate) => candidate?.ops ?? []).flatMap((op) => toldIn(table, op));
}

function toldIn(table: Table, op: Op): readonly string[] {
  if (op.kind !== 'effect' || table.effects[op.index] !== 'tell') return [];
  return [(op.params.fixed as Told).fact];
}
