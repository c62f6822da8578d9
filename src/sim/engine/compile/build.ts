// The numbering of a chart: leaves, events and timer slots, in document order.
import { whereIs } from './check';
import { effectsOf } from './effects';
import {
  type Chart,
  type ChartNode,
  type ChartTransition,
  nodesOf,
  outwards,
  timersOf,
  waysOf,
} from './internals';
import { type Delay, delayOf } from './names';
import type { Actions } from './ops';

/** One timer: a key of one state's `after`. */
export interface Slot {
  readonly node: ChartNode;
  /** The event XState sends when it is due; also the timer's own name. */
  readonly event: string;
  readonly delay: Delay;
  /** Its place among the timers that can run beside it: those of the states around come first. */
  readonly lane: number;
}

/** What the parts of the compiler share about one chart. */
export interface Build extends Actions {
  readonly leaves: readonly ChartNode[];
  readonly slots: readonly Slot[];
  readonly events: readonly string[];
  /** Event type -> its place in `events`. */
  readonly codes: ReadonlyMap<string, number>;
  /** Every way of the chart, at its number. */
  readonly ways: readonly ChartTransition[];
}

/** Every timer of the chart. Throws ChartRefused at a delay that is no number or not named in setup(). */
export function slotsOf(chart: Chart): readonly Slot[] {
  return nodesOf(chart.root).flatMap((node) => {
    const where = whereIs(chart, node);
    const around = outwards(node)
      .slice(1)
      .reduce((sum, outer) => sum + timersOf(outer).length, 0);
    return timersOf(node).map(({ event, delay }, index) => ({
      node,
      lane: around + index,
      event: event.type,
      delay: delayOf(chart, where, delay),
    }));
  });
}

/** Every event type the chart names, its timers' included. */
export function eventsOf(chart: Chart, slots: readonly Slot[]): readonly string[] {
  const named = nodesOf(chart.root).flatMap((node) => [...node.transitions.keys()]);
  return [...new Set([...named, ...slots.map((slot) => slot.event)])];
}

/** Numbers a chart that has passed the closed list. `keys` are those of its context. Throws ChartRefused. */
export function buildOf(chart: Chart, keys: readonly string[]): Build {
  const slots = slotsOf(chart);
  const events = eventsOf(chart, slots);
  const codes = new Map(events.map((type, code) => [type, code]));
  const leaves = nodesOf(chart.root).filter((node) => node.type !== 'compound');
  const ways = nodesOf(chart.root).flatMap(waysOf);
  return { chart, keys, effects: effectsOf(chart, keys), leaves, slots, events, codes, ways };
}

/** Whether the whole machine is done in this leaf: XState ignores every further event. */
export function isDone(leaf: ChartNode): boolean {
  return leaf.type === 'final' && leaf.parent !== undefined && leaf.parent.parent === undefined;
}
