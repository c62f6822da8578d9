// CPU of every entity: what it wants, what it gets, and how much it has had.
import type { EntityNumber } from './acts';
import { changeRate, readAt, type RunningAmount } from './amount';
import type { Micros } from './time';

const NEVER_RAN: RunningAmount = { whole: 0, rest: 0, rate: 0, since: 0 };

/** Wanted and granted micro-cores by entity, and CPU time as running amounts. */
export class CpuTimes {
  readonly #wanted: number[] = [];
  readonly #granted: number[] = [];
  readonly #running: RunningAmount[] = [];

  /** Sets both rates from `now` on; answers whether anything changed. */
  set(entity: EntityNumber, wanted: number, granted: number, now: Micros): boolean {
    const same = this.wanted(entity) === wanted && this.granted(entity) === granted;
    if (same) return false;
    if (this.granted(entity) !== granted) {
      this.#running[entity] = changeRate(this.#running[entity] ?? NEVER_RAN, now, granted);
    }
    this.#wanted[entity] = wanted;
    this.#granted[entity] = granted;
    return true;
  }

  /** Micro-cores wanted by an entity with all that stands on it. */
  wanted(entity: EntityNumber): number {
    return this.#wanted[entity] ?? 0;
  }

  /** Micro-cores granted to an entity with all that stands on it. */
  granted(entity: EntityNumber): number {
    return this.#granted[entity] ?? 0;
  }

  /** Whole core-microseconds used up to `at`, which is not before the last change. */
  used(entity: EntityNumber, at: Micros): number {
    const running = this.#running[entity] ?? NEVER_RAN;
    return readAt(running, Math.max(at, running.since)).whole;
  }
}
