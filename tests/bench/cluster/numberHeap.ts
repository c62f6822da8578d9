// The heap of the hand-written cluster: (time, sequence) and three small numbers, in typed columns.

type Column = Float64Array | Uint32Array | Int32Array | Uint8Array;

/** Min-heap by time; ties in order of insertion. The last popped entry is in `who`, `what`, `generation`. */
export class NumberHeap {
  size = 0;
  who = 0;
  what = 0;
  generation = 0;
  #time = new Float64Array(1024);
  #sequence = new Uint32Array(1024);
  #who = new Int32Array(1024);
  #what = new Uint8Array(1024);
  #generation = new Uint32Array(1024);
  #next = 0;

  /** Time of the first entry; only asked when there is one. */
  firstTime(): number {
    return this.#time[0]!;
  }

  /** Adds an entry. */
  push(time: number, who: number, what: number, generation: number): void {
    if (this.size === this.#time.length) this.#grow();
    const times = this.#time;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (times[parent]! <= time) break;
      this.#copy(parent, at);
      at = parent;
    }
    this.#put(at, time, this.#next++, who, what, generation);
  }

  /** Takes the first entry out, into `who`, `what` and `generation`. */
  pop(): void {
    this.who = this.#who[0]!;
    this.what = this.#what[0]!;
    this.generation = this.#generation[0]!;
    const last = --this.size;
    const time = this.#time[last]!;
    const sequence = this.#sequence[last]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= last) break;
      if (child + 1 < last && this.#before(child + 1, this.#time[child]!, this.#sequence[child]!)) child++;
      if (!this.#before(child, time, sequence)) break;
      this.#copy(child, at);
      at = child;
    }
    this.#put(at, time, sequence, this.#who[last]!, this.#what[last]!, this.#generation[last]!);
  }

  #before(at: number, time: number, sequence: number): boolean {
    const own = this.#time[at]!;
    return own < time || (own === time && this.#sequence[at]! < sequence);
  }

  #copy(from: number, to: number): void {
    this.#time[to] = this.#time[from]!;
    this.#sequence[to] = this.#sequence[from]!;
    this.#who[to] = this.#who[from]!;
    this.#what[to] = this.#what[from]!;
    this.#generation[to] = this.#generation[from]!;
  }

  #put(at: number, time: number, sequence: number, who: number, what: number, generation: number): void {
    this.#time[at] = time;
    this.#sequence[at] = sequence;
    this.#who[at] = who;
    this.#what[at] = what;
    this.#generation[at] = generation;
  }

  #grow(): void {
    const double = <C extends Column>(from: C): C => {
      const to = new (from.constructor as new (length: number) => C)(from.length * 2);
      to.set(from);
      return to;
    };
    this.#time = double(this.#time);
    this.#sequence = double(this.#sequence);
    this.#who = double(this.#who);
    this.#what = double(this.#what);
    this.#generation = double(this.#generation);
  }
}
