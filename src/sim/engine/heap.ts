// The event heap: what is due later, in typed columns. Ties fall in order of sequence number.
import { Bins } from './bins';
import type { Micros } from './time';
import { front, larger, widened } from './widened';

const FIRST_CAPACITY = 1024;
/** About a second, in microseconds. */
const BIN_WIDTH = 1_048_576;
/** As long as the heap is no larger than this, everything goes straight into it. */
const SMALL = 32;
const NOTHING = -1;

/**
 * Min-heap by (time, sequence). In a large world only what is due soon lies in it: what is due later waits
 * unsorted in bins until its time comes near, so that most entries are never sifted through many others.
 * What an entry carries lies in a pool at its slot: `entity`, `code` and `cause` (seq of a fact).
 */
export class EventHeap {
  entity = new Int32Array(FIRST_CAPACITY);
  code = new Int32Array(FIRST_CAPACITY);
  cause = new Int32Array(FIRST_CAPACITY);
  /** When the entry of a slot is due, as long as it waits. */
  time = new Float64Array(FIRST_CAPACITY);
  #sequence = new Float64Array(FIRST_CAPACITY);
  /** The next slot of the same bin, or the next free slot. */
  #next = new Int32Array(FIRST_CAPACITY);
  #firstFree = NOTHING;
  #slotsUsed = 0;
  #nextSequence = 0;
  #bins = new Bins();
  /** Where the first bin that is not empty begins; everything before that is in the heap. */
  #binsFrom = Infinity;
  /** Where the bin that was opened last ends. */
  #openedTo = 0;
  #size = 0;
  #keys = new Float64Array(FIRST_CAPACITY);
  #orders = new Float64Array(FIRST_CAPACITY);
  #slots = new Int32Array(FIRST_CAPACITY);

  /** The same heap once more, with the same slots, to be emptied apart from this one. */
  copy(): EventHeap {
    const copy = new EventHeap();
    copy.entity = front(this.entity, this.#slotsUsed);
    copy.code = front(this.code, this.#slotsUsed);
    copy.cause = front(this.cause, this.#slotsUsed);
    copy.time = front(this.time, this.#slotsUsed);
    copy.#sequence = front(this.#sequence, this.#slotsUsed);
    copy.#next = front(this.#next, this.#slotsUsed);
    copy.#firstFree = this.#firstFree;
    copy.#slotsUsed = this.#slotsUsed;
    copy.#nextSequence = this.#nextSequence;
    copy.#bins = this.#bins.copy();
    copy.#binsFrom = this.#binsFrom;
    copy.#openedTo = this.#openedTo;
    copy.#size = this.#size;
    copy.#keys = front(this.#keys, this.#size);
    copy.#orders = front(this.#orders, this.#size);
    copy.#slots = front(this.#slots, this.#size);
    return copy;
  }

  /** Instant of the first entry, Infinity when empty. */
  firstTime(): Micros {
    for (;;) {
      const first = this.#size === 0 ? Infinity : this.#keys[0]!;
      if (first < this.#binsFrom || this.#binsFrom === Infinity) return first;
      this.#openBin();
    }
  }

  /** Adds an entry and returns its slot, which is its own until it is popped. */
  push(time: Micros, entity: number, code: number, cause: number): number {
    const slot = this.hold(time, entity, code, cause);
    const sequence = this.#nextSequence++;
    this.#sequence[slot] = sequence;
    if (time < this.#openedTo || this.#size < SMALL) {
      this.#siftUp(time, sequence, slot);
    } else {
      this.#next[slot] = this.#bins.put(Math.floor(time / BIN_WIDTH), slot, NOTHING);
      this.#binsFrom = this.#bins.first * BIN_WIDTH;
    }
    return slot;
  }

  /** A slot for an entry that waits elsewhere; `release` gives it back. */
  hold(time: Micros, entity: number, code: number, cause: number): number {
    let slot = this.#firstFree;
    if (slot === NOTHING) {
      slot = this.#slotsUsed++;
      if (slot === this.time.length) this.#growPool();
    } else {
      this.#firstFree = this.#next[slot]!;
    }
    this.time[slot] = time;
    this.entity[slot] = entity;
    this.code[slot] = code;
    this.cause[slot] = cause;
    return slot;
  }

  /** Gives a slot back; its fields hold until the next push. */
  release(slot: number): void {
    this.#next[slot] = this.#firstFree;
    this.#firstFree = slot;
  }

  /** Removes the first entry, which `firstTime` has seen, and returns its slot, whose fields hold until the next push. */
  pop(): number {
    const first = this.#slots[0]!;
    const last = --this.#size;
    if (last > 0) this.#siftDown(this.#keys[last]!, this.#orders[last]!, this.#slots[last]!);
    this.release(first);
    return first;
  }

  #openBin(): void {
    this.#openedTo = this.#binsFrom + BIN_WIDTH;
    let slot = this.#bins.open();
    this.#binsFrom = this.#bins.isEmpty ? Infinity : this.#bins.first * BIN_WIDTH;
    while (slot !== NOTHING) {
      const next = this.#next[slot]!;
      this.#siftUp(this.time[slot]!, this.#sequence[slot]!, slot);
      slot = next;
    }
  }

  #siftUp(time: number, sequence: number, slot: number): void {
    if (this.#size === this.#keys.length) this.#growHeap();
    const keys = this.#keys;
    const orders = this.#orders;
    const slots = this.#slots;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const key = keys[parent]!;
      if (key < time || (key === time && orders[parent]! < sequence)) break;
      keys[at] = key;
      orders[at] = orders[parent]!;
      slots[at] = slots[parent]!;
      at = parent;
    }
    keys[at] = time;
    orders[at] = sequence;
    slots[at] = slot;
  }

  #siftDown(time: number, sequence: number, slot: number): void {
    const keys = this.#keys;
    const orders = this.#orders;
    const slots = this.#slots;
    const size = this.#size;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const right = child + 1;
      let key = keys[child]!;
      if (right < size) {
        const other = keys[right]!;
        if (other < key || (other === key && orders[right]! < orders[child]!)) {
          child = right;
          key = other;
        }
      }
      if (key > time || (key === time && orders[child]! > sequence)) break;
      keys[at] = key;
      orders[at] = orders[child]!;
      slots[at] = slots[child]!;
      at = child;
    }
    keys[at] = time;
    orders[at] = sequence;
    slots[at] = slot;
  }

  #growHeap(): void {
    const capacity = larger(this.#keys.length);
    this.#keys = widened(this.#keys, new Float64Array(capacity));
    this.#orders = widened(this.#orders, new Float64Array(capacity));
    this.#slots = widened(this.#slots, new Int32Array(capacity));
  }

  #growPool(): void {
    const capacity = larger(this.time.length);
    this.entity = widened(this.entity, new Int32Array(capacity));
    this.code = widened(this.code, new Int32Array(capacity));
    this.cause = widened(this.cause, new Int32Array(capacity));
    this.time = widened(this.time, new Float64Array(capacity));
    this.#sequence = widened(this.#sequence, new Float64Array(capacity));
    this.#next = widened(this.#next, new Int32Array(capacity));
  }
}
