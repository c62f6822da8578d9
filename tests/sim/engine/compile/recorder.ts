// A sink that writes down in words what a step tells it.
import type { Sink } from '../../../../src/sim/engine/compile/table';

interface Numbered {
  readonly events: readonly string[];
  readonly slotEvent: readonly number[];
  readonly effects: readonly string[];
}

/** Collects `arm <event> <micros>`, `disarm <event>` and `<effect>`, the last with params when it has some. */
export class Recorder implements Sink {
  readonly #chart: Numbered;
  #heard: string[] = [];

  constructor(chart: Numbered) {
    this.#chart = chart;
  }

  take(): void {
    // What was taken is seen by what it does.
  }

  arm(slot: number, delay: number): void {
    this.#heard.push(`arm ${this.#timer(slot)} ${delay}`);
  }

  disarm(slot: number): void {
    this.#heard.push(`disarm ${this.#timer(slot)}`);
  }

  effect(effect: number, params: unknown): void {
    const name = this.#chart.effects[effect] ?? 'nobody';
    this.#heard.push(params === undefined ? name : `${name} ${JSON.stringify(params)}`);
  }

  /** What was heard since the last time. */
  heard(): readonly string[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  #timer(slot: number): string {
    return (this.#chart.events[this.#chart.slotEvent[slot] ?? -1] ?? '?').replace('xstate.after.', '');
  }
}
