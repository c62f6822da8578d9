// The door of the compiler: an XState chart in, a table out.
import type { AnyStateMachine } from 'xstate';
import type { StateTag } from '../view';
import { type Build, buildOf } from './build';
import { cellOf, alwaysOf, startOf } from './cells';
import { COMPILED, checkChart } from './closed';
import { contextMaker } from './context';
import { chartOf, outwards } from './internals';
import type { Table } from './table';

function tagsOf(build: Build): readonly (readonly StateTag[])[] {
  return build.leaves.map(
    (leaf) => [...new Set([...outwards(leaf)].reverse().flatMap((node) => node.tags))] as StateTag[],
  );
}

/**
 * Compiles a chart. Supported: atomic, compound and final states, tags, named guards and actions with params, assign,
 * after, always, reenter, exact event names. Throws ChartRefused with machine, state and advice at anything else.
 */
export function compile(machine: AnyStateMachine): Table {
  const chart = chartOf(machine);
  checkChart(chart, COMPILED);
  const context = contextMaker(chart);
  const build = buildOf(chart, context.keys);
  const { leaves, events, slots, codes } = build;
  const start = startOf(build);
  return {
    id: chart.id,
    leaves: leaves.map((leaf) => leaf.path.join('.')),
    tags: tagsOf(build),
    events,
    eventCode: (type) => codes.get(type) ?? -1,
    slots: slots.length,
    slotEvent: slots.map((slot) => codes.get(slot.event) ?? -1),
    keys: context.keys,
    final: leaves.map((leaf) => build.isDone(leaf)),
    initialContext: context.make,
    start,
    always: leaves.map((leaf) => alwaysOf(build, leaf)),
    cells: leaves.flatMap((leaf) => events.map((event) => cellOf(build, leaf, event))),
    effects: build.names.effects,
  };
}
