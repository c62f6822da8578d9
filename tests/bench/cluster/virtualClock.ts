// A clock for XState actors that jumps from due time to due time, so that delays chain exactly.
import { fromMillis } from '../../../src/sim/engine/time';

interface Timer {
  run: (() => void) | null;
  readonly at: number;
  readonly sequence: number;
}

/** XState's `Clock`, in virtual microseconds on a binary heap. */
export class VirtualClock {
  fired = 0;
  #now = 0;
  #sequence = 0;
  readonly #heap: Timer[] = [];

  /** XState hands over milliseconds. */
  setTimeout(run: (...args: unknown[]) => void, millis: number): Timer {
    const timer: Timer = { run, at: this.#now + fromMillis(millis), sequence: this.#sequence++ };
    const heap = this.#heap;
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(timer, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = timer;
    return timer;
  }

  /** A cancelled timer stays in the heap and does nothing. */
  clearTimeout(timer: unknown): void {
    if (timer) (timer as Timer).run = null;
  }

  /** Plays up to and including `until`, in microseconds. */
  runUntil(until: number): void {
    for (let first = this.#heap[0]; first !== undefined && first.at <= until; first = this.#heap[0]) {
      this.#now = first.at;
      this.#pop();
      if (first.run === null) continue;
      this.fired++;
      first.run();
    }
    this.#now = until;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
  }
}

function before(one: Timer, other: Timer): boolean {
  return one.at < other.at || (one.at === other.at && one.sequence < other.sequence);
}
