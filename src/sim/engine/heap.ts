// The event heap: what is due when, in typed columns. Ties fall in order of sequence number.
import type { Micros } from './time';

/** Payload of an entry: an event with data, the parameters of an effect, or null. */
export type Payload = object | null;

const FIRST_CAPACITY = 1024;

/**
 * Min-heap by (time, sequence). The sift moves three columns; what an entry carries lies in a pool
 * at its slot: `entity`, `code`, `generation` (of its timer), `cause` (seq of a fact) and `payload`.
 */
export class EventHeap {
  size = 0;
  entity = new Int32Array(FIRST_CAPACITY);
  code = new Int32Array(FIRST_CAPACITY);
  generation = new Uint32Array(FIRST_CAPACITY);
  cause = new Int32Array(FIRST_CAPACITY);
  readonly payload: Payload[] = [];
  #time = new Float64Array(FIRST_CAPACITY);
  #sequence = new Float64Array(FIRST_CAPACITY);
  #slot = new Int32Array(FIRST_CAPACITY);
  #nextSequence = 0;
  #freeSlots: number[] = [];
  #slotsUsed = 0;

  /** Instant of the first entry, Infinity when empty. */
  firstTime(): Micros {
    return this.size === 0 ? Infinity : this.#time[0]!;
  }

  /** Adds an entry; `generation` is 0 for entries that no timer can cancel. */
  push(
    time: Micros,
    entity: number,
    code: number,
    generation: number,
    cause: number,
    payload: Payload,
  ): void {
    if (this.size === this.#time.length) this.#grow();
    const free = this.#freeSlots;
    const slot = free.length > 0 ? free.pop()! : this.#slotsUsed++;
    this.entity[slot] = entity;
    this.code[slot] = code;
    this.generation[slot] = generation;
    this.cause[slot] = cause;
    this.payload[slot] = payload;
    this.#siftUp(time, this.#nextSequence++, slot);
  }

  /** Removes the first entry and returns its pool slot, whose fields hold until the next push. */
  pop(): number {
    const first = this.#slot[0]!;
    const last = --this.size;
    if (last > 0) this.#siftDown(this.#time[last]!, this.#sequence[last]!, this.#slot[last]!);
    this.#freeSlots.push(first);
    return first;
  }

  #siftUp(time: number, sequence: number, slot: number): void {
    const times = this.#time;
    const sequences = this.#sequence;
    const slots = this.#slot;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      // A new entry has the highest sequence of all: among equals it stays below.
      if (times[parent]! <= time) break;
      times[at] = times[parent]!;
      sequences[at] = sequences[parent]!;
      slots[at] = slots[parent]!;
      at = parent;
    }
    times[at] = time;
    sequences[at] = sequence;
    slots[at] = slot;
  }

  #siftDown(time: number, sequence: number, slot: number): void {
    const times = this.#time;
    const sequences = this.#sequence;
    const slots = this.#slot;
    const size = this.size;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size && this.#before(right, times[child]!, sequences[child]!)) child = right;
      if (!this.#before(child, time, sequence)) break;
      times[at] = times[child]!;
      sequences[at] = sequences[child]!;
      slots[at] = slots[child]!;
      at = child;
    }
    times[at] = time;
    sequences[at] = sequence;
    slots[at] = slot;
  }

  #before(at: number, time: number, sequence: number): boolean {
    const own = this.#time[at]!;
    return own < time || (own === time && this.#sequence[at]! < sequence);
  }

  #grow(): void {
    const capacity = this.#time.length * 2;
    this.#time = widened(this.#time, new Float64Array(capacity));
    this.#sequence = widened(this.#sequence, new Float64Array(capacity));
    this.#slot = widened(this.#slot, new Int32Array(capacity));
    this.entity = widened(this.entity, new Int32Array(capacity));
    this.code = widened(this.code, new Int32Array(capacity));
    this.generation = widened(this.generation, new Uint32Array(capacity));
    this.cause = widened(this.cause, new Int32Array(capacity));
  }
}

/** Copies `from` to the front of the larger `to` and returns it. */
export function widened<Column extends { set(from: Column): void }>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
