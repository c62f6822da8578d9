// The door of the compiler: an XState chart in, a table out.
import type { AnyStateMachine } from 'xstate';
import type { StateTag } from '../view';
import { buildOf, isDone } from './build';
import { alwaysOf, cellOf, startOf } from './cells';
import { checkChart } from './check';
import { COMPILED } from './closed';
import { keysOf, makerOf } from './context';
import { type ChartNode, chartOf, outwards } from './internals';
import type { Table } from './table';

function tagsOf(leaf: ChartNode): readonly StateTag[] {
  const all = [...outwards(leaf)].reverse().flatMap((node) => node.tags);
  return [...new Set(all)] as StateTag[];
}

/** How a chart is compiled that is not a kind of box. */
export interface CompileOptions {
  /** The tags its states may carry; by default a box's. */
  readonly tags?: readonly string[];
  /** An input from which a context can be made, to read its keys; by default an empty one. */
  readonly input?: unknown;
}

/**
 * Compiles a chart. Supported: atomic, compound and final states, tags, named guards and actions with params, assign,
 * after, always, reenter, exact event names. Throws ChartRefused with machine, state and advice at anything else.
 */
export function compile(machine: AnyStateMachine, options: CompileOptions = {}): Table {
  const chart = chartOf(machine);
  checkChart(chart, { ...COMPILED, tags: options.tags ?? COMPILED.tags });
  const source = chart.config['context'];
  const keys = keysOf(chart.id, source, options.input ?? {});
  const build = buildOf(chart, keys);
  const { leaves, events, slots, codes, effects } = build;
  const codeOf = (type: string): number => codes.get(type) ?? -1;
  return {
    id: chart.id,
    leaves: leaves.map((leaf) => leaf.path.join('.')),
    tags: leaves.map(tagsOf),
    events,
    eventCode: codeOf,
    slots: slots.length,
    lanes: slots.reduce((most, { lane }) => Math.max(most, lane + 1), 0),
    slotLane: slots.map(({ lane }) => lane),
    slotEvent: slots.map(({ event }) => codeOf(event)),
    effects,
    keys,
    final: leaves.map(isDone),
    initialContext: makerOf(chart.id, source, keys),
    cells: leaves.flatMap((leaf) => events.map((event) => cellOf(build, leaf, event))),
    always: leaves.map((leaf) => alwaysOf(build, leaf)),
    start: startOf(build),
  };
}
