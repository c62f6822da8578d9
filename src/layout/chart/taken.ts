// The way that a box took last, found in its chart by number.
import type { ChartState, ChartWay } from '../../sim/describe';

/** A way, and the path of the state that has it: the leaf that was left or one around it. */
export interface Taken {
  readonly owner: string;
  readonly way: ChartWay;
}

/** The way with this number, or null when the chart has none such. */
export function wayTaken(chart: ChartState, number: number): Taken | null {
  const way = chart.ways.find((each) => each.number === number);
  if (way !== undefined) return { owner: chart.path, way };
  for (const state of chart.states) {
    const taken = wayTaken(state, number);
    if (taken !== null) return taken;
  }
  return null;
}
