// The numbering of a chart: leaves, events and timer slots, in document order.
import { whereIs } from './closed';
import { type Chart, type ChartNode, nodesOf, timersOf } from './internals';
import { type Delay, Names } from './names';

/** One timer: a key of one state's `after`. */
export interface Slot {
  readonly node: ChartNode;
  /** The event XState sends when it is due; also the timer's own name. */
  readonly event: string;
  readonly delay: Delay;
}

/** What the parts of the compiler share about one chart. */
export interface Build {
  readonly chart: Chart;
  readonly names: Names;
  readonly leaves: readonly ChartNode[];
  readonly slots: readonly Slot[];
  readonly events: readonly string[];
  /** Event type -> its place in `events`. */
  readonly codes: ReadonlyMap<string, number>;
  /** Whether the whole machine is done in this leaf. */
  isDone(leaf: ChartNode): boolean;
}

/** Every timer of the chart. */
export function slotsOf(chart: Chart, names: Names): readonly Slot[] {
  return nodesOf(chart.root).flatMap((node) =>
    timersOf(node).map(({ event, delay }) => ({
      node,
      event: event.type,
      delay: names.delay(whereIs(chart, node), delay),
    })),
  );
}

/** Every event type the chart names, its timers' included. */
export function eventsOf(chart: Chart, slots: readonly Slot[]): readonly string[] {
  const named = nodesOf(chart.root).flatMap((node) => [...node.transitions.keys()]);
  return [...new Set([...named, ...slots.map((slot) => slot.event)])];
}

/** Numbers a chart that has passed the closed list. Throws ChartRefused at unknown delays. */
export function buildOf(chart: Chart, keys: readonly string[]): Build {
  const names = new Names(chart, keys);
  const slots = slotsOf(chart, names);
  const events = eventsOf(chart, slots);
  return {
    chart,
    names,
    leaves: nodesOf(chart.root).filter((node) => node.type !== 'compound'),
    slots,
    events,
    codes: new Map(events.map((type, code) => [type, code])),
    isDone: (leaf) => leaf.type === 'final' && leaf.parent === chart.root,
  };
}
