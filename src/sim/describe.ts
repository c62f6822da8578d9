// A kind's chart as plain data, for those who draw it.
import { charts } from './charts';

/** One state with what leads out of it; `path` is `running.serving`. */
export interface ChartState {
  readonly path: string;
  readonly tags: readonly string[];
  readonly initial: string | null;
  readonly states: readonly ChartState[];
  readonly ways: readonly ChartWay[];
}

/** One way out of a state. `on` is an event, `after <delay>` or `always`. */
export interface ChartWay {
  /** Its place among all ways of the chart: what a box's last transition names. */
  readonly number: number;
  readonly on: string;
  readonly guard: string | null;
  readonly to: string | null;
  /** What else is done on the way, by action name. */
  readonly does: readonly string[];
}

/** The chart of a kind. Throws RangeError for a kind that the model does not have. */
export function describe(kind: string): ChartState {
  const chart = charts[kind];
  if (chart === undefined) {
    throw new RangeError(`There is no kind "${kind}"; use ${Object.keys(charts).join(', ')}.`);
  }
  return chart;
}
