// One thing at a time, in the order asked for. Moves of the head that are still waiting become one.

interface Job {
  /** The instant asked for, when the job only moves the head. */
  at: number | null;
  readonly work: (at: number) => Promise<unknown>;
  readonly settled: {
    readonly resolve: (value: unknown) => void;
    readonly reject: (reason: unknown) => void;
  }[];
}

/** Work that is done one after the other. A failed piece of work rejects its own promise and holds up nobody. */
export class Queue {
  readonly #move: (at: number) => Promise<void>;
  readonly #waiting: Job[] = [];
  #busy = false;

  /** `move` brings the head to an instant, in microseconds. */
  constructor(move: (at: number) => Promise<void>) {
    this.#move = move;
  }

  /** True when nothing is being done or waits. */
  get idle(): boolean {
    return !this.#busy;
  }

  /** Does `work` after everything asked for before. */
  push<T>(work: () => Promise<T>): Promise<T> {
    return this.#add({ at: null, work, settled: [] }) as Promise<T>;
  }

  /** Moves the head after everything asked for before; a move right behind one that still waits replaces it. */
  move(at: number): Promise<void> {
    const last = this.#waiting.at(-1);
    if (last === undefined || last.at === null) {
      return this.#add({ at, work: this.#move, settled: [] }) as Promise<void>;
    }
    last.at = at;
    return promiseOf(last) as Promise<void>;
  }

  #add(job: Job): Promise<unknown> {
    const promise = promiseOf(job);
    this.#waiting.push(job);
    if (!this.#busy) void this.#run();
    return promise;
  }

  async #run(): Promise<void> {
    this.#busy = true;
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) {
      try {
        const value = await job.work(job.at ?? 0);
        for (const { resolve } of job.settled) resolve(value);
      } catch (error) {
        for (const { reject } of job.settled) reject(error);
      }
    }
    this.#busy = false;
  }
}

function promiseOf(job: Job): Promise<unknown> {
  return new Promise((resolve, reject) => job.settled.push({ resolve, reject }));
}
