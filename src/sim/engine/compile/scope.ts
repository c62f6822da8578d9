// What XState's pure transition wants of an actor: nothing here but to hear what a step does.
import { fromMillis } from '../time';
import type { Chart } from './internals';
import { ChartRefused, refuse } from './refuse';
import type { Sink } from './table';

interface Action {
  readonly type: string;
  readonly params: unknown;
}

interface Microstep {
  readonly _transitions: readonly unknown[];
}

/** An inert actor scope for one chart, used again for every entity. Set `sink` before each step. */
export class Scope {
  readonly self = {};
  readonly system = {
    _sendInspectionEvent: ({ _transitions }: Microstep): void => {
      this.taken += _transitions.length;
    },
  };
  sink: Sink | null = null;
  /** How many transitions were taken since it was last set to 0. */
  taken = 0;
  readonly #chart: Chart;
  readonly #timers: readonly string[];
  readonly #effects: readonly string[];

  /** Timers and effects by name, in the order of their slots and numbers. */
  constructor(chart: Chart, timers: readonly string[], effects: readonly string[]) {
    this.#chart = chart;
    this.#timers = timers;
    this.#effects = effects;
  }

  /** XState asks for this to start a child actor. */
  readonly defer = (): never => {
    throw new ChartRefused(`machine "${this.#chart.id}": a function asks for "spawn"; name an effect`);
  };

  readonly actionExecutor = ({ type, params }: Action): void => {
    const { id, delay, sendId } = (params ?? {}) as Readonly<Record<string, unknown>>;
    if (type === 'xstate.cancel') this.sink?.disarm(this.#timers.indexOf(String(sendId)));
    else if (type !== 'xstate.raise') this.sink?.effect(this.#effects.indexOf(type), params);
    else this.sink?.arm(this.#timers.indexOf(String(id)), fromMillis(this.#checked(id, delay)));
  };

  #checked(timer: unknown, delay: unknown): number {
    if (typeof delay === 'number' && delay >= 0 && delay < Infinity) return delay;
    const where = { chart: this.#chart.id, state: '' };
    return refuse(
      where,
      `the delay of "${String(timer)}" is ${String(delay)}`,
      'give milliseconds, zero or more',
    );
  }
}
