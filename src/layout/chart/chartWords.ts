// The words that a chart needs, as an interface: whoever knows the language implements it, layout measures and
// places what it says.
import type { ChartWay } from '../../sim/describe';

/** What is written in a chart. */
export interface ChartWords {
  /** A state, by its path. */
  state(path: string): string;
  /** What happens and under which condition: `is killed`, `panics (told to reboot)`. */
  event(way: Pick<ChartWay, 'on' | 'guard'>): string;
  /** What is done without leaving the state. */
  action(name: string): string;
  /** `is killed, is OOM killed → exited`. */
  leads(events: readonly string[], to: string): string;
  /** `a setting changes: takes it in`. */
  stays(events: readonly string[], does: readonly string[]): string;
  /** Over what can happen in every state. */
  readonly anywhere: string;
}
