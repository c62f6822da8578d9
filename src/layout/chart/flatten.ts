// The states of a chart by their path, each with the states around it and those it enters first.
import type { ChartState } from '../../sim/describe';

/** A state with its place in the chart. */
export interface Flat extends ChartState {
  /** The states around it, the nearest first; the chart itself last. */
  readonly around: readonly Flat[];
  /** The states inside it that are entered with it, from the outside inwards. */
  readonly first: readonly ChartState[];
}

function firstIn(state: ChartState): ChartState[] {
  const initial = state.states.find(({ path }) => path === state.initial);
  return initial === undefined ? [] : [initial, ...firstIn(initial)];
}

/** Every state of a chart, the chart itself under the empty path. */
export function flatten(chart: ChartState): ReadonlyMap<string, Flat> {
  const all = new Map<string, Flat>();
  const add = (state: ChartState, around: readonly Flat[]) => {
    const flat: Flat = { ...state, around, first: firstIn(state) };
    all.set(state.path, flat);
    for (const child of state.states) add(child, [flat, ...around]);
  };
  add(chart, []);
  return all;
}
