// CPU of every entity: what it wants, what it gets, and how much it has had.
import type { EntityNumber } from './acts';
import { changeRate, readAt, type RunningAmount } from './amount';
import type { Micros } from './time';

const NEVER_RAN: RunningAmount = { whole: 0, rest: 0, rate: 0, since: 0 };

/** Wanted and granted micro-cores by entity, and CPU time as running amounts. */
export class CpuTimes {
  #wanted: number[] = [];
  #granted: number[] = [];
  #stolen: number[] = [];
  #running: RunningAmount[] = [];
  /** What had been used when it was started last. */
  #before: number[] = [];

  /** Sets the rates from `now` on; answers whether anything changed. */
  set(entity: EntityNumber, wanted: number, granted: number, stolen: number, now: Micros): boolean {
    const same = this.wanted(entity) === wanted && this.granted(entity) === granted;
    if (same && this.stolen(entity) === stolen) return false;
    if (this.granted(entity) !== granted) {
      this.#running[entity] = changeRate(this.#running[entity] ?? NEVER_RAN, now, granted);
    }
    this.#wanted[entity] = wanted;
    this.#granted[entity] = granted;
    this.#stolen[entity] = stolen;
    return true;
  }

  /** The same times once more, to go on apart from these. */
  copy(): CpuTimes {
    const copy = new CpuTimes();
    copy.#wanted = this.#wanted.slice();
    copy.#granted = this.#granted.slice();
    copy.#stolen = this.#stolen.slice();
    copy.#running = this.#running.slice();
    copy.#before = this.#before.slice();
    return copy;
  }

  /** Micro-cores wanted by an entity with all that stands on it. */
  wanted(entity: EntityNumber): number {
    return this.#wanted[entity] ?? 0;
  }

  /** Micro-cores granted to an entity with all that stands on it. */
  granted(entity: EntityNumber): number {
    return this.#granted[entity] ?? 0;
  }

  /** Micro-cores that a machine's virtual CPUs could run on and that others have. */
  stolen(entity: EntityNumber): number {
    return this.#stolen[entity] ?? 0;
  }

  /**
   * An entity is started anew at `at`: from there on its CPU time is counted from 0, as in a new process, and in a new
   * cgroup: Docker's goes with each end of its container (moby/moby issue 30909).
   */
  startAnew(entity: EntityNumber, at: Micros): void {
    this.#before[entity] = this.used(entity, at);
  }

  /** As `used`, since it was started last. */
  usedSinceStart(entity: EntityNumber, at: Micros): number {
    return this.used(entity, at) - (this.#before[entity] ?? 0);
  }

  /** Whole core-microseconds used up to `at`, which is not before the last change. */
  used(entity: EntityNumber, at: Micros): number {
    const running = this.#running[entity] ?? NEVER_RAN;
    return readAt(running, Math.max(at, running.since)).whole;
  }
}
