// All that is still to happen, in order: a queue for the present instant, the event heap for what is later.
import { NONE } from './facts';
import { EventHeap } from './heap';
import type { Micros } from './time';
import { larger, widened } from './widened';

/** What an entry may carry: an event with data, the parameters of an effect, or null. */
export type Payload = object | null;

const FIRST_CAPACITY = 64;

/** `take` leaves the entry it took in the fields; `slot` is NONE for what no timer set. */
export class Agenda {
  entity = 0;
  code = 0;
  /** Seq of the fact it follows from, or NONE. */
  cause = 0;
  slot = 0;
  payload: Payload = null;
  #later = new EventHeap();
  // The queue: entity, code, cause, slot of each entry. It begins anew whenever it has run empty.
  #numbers = new Int32Array(4 * FIRST_CAPACITY);
  readonly #payloads: Payload[] = [];
  #head = 0;
  #tail = 0;
  /** The instant of which nothing lies in the heap any more: what comes at that instant is queued. */
  #drained = -1;

  /** The same agenda once more. Throws while something is still to happen at the present instant. */
  copy(): Agenda {
    if (this.#head < this.#tail) throw new Error('A world is copied only when an instant is over.');
    const copy = new Agenda();
    copy.#later = this.#later.copy();
    copy.#drained = this.#drained;
    return copy;
  }

  /** Instant of the first entry that is not in the present instant's queue, Infinity when there is none. */
  firstTime(): Micros {
    return this.#later.firstTime();
  }

  /** Whether something is still to happen at the present instant. */
  hasMore(now: Micros): boolean {
    return this.#head < this.#tail || this.#later.firstTime() === now;
  }

  /** When the entry of a slot is due, as long as it waits. */
  timeOf(slot: number): Micros {
    return this.#later.time[slot]!;
  }

  /** Adds an entry of this instant, at the end. */
  addNow(entity: number, code: number, cause: number, payload: Payload): void {
    this.#put(entity, code, cause, NONE, payload);
  }

  /** Adds an entry for `time`, not before `now`; returns its slot, which is its own until it is taken. */
  add(now: Micros, time: Micros, entity: number, code: number, cause: number): number {
    if (time > now) return this.#later.push(time, entity, code, cause);
    const slot = this.#later.hold(time, entity, code, cause);
    this.#put(entity, code, cause, slot, null);
    return slot;
  }

  /** Takes the next entry of this instant; answers false when there is none. */
  take(now: Micros): boolean {
    // What waited for this instant comes before what the instant itself brought.
    if (this.#drained !== now) {
      if (this.#later.firstTime() === now) {
        this.#load(this.#later.pop());
        return true;
      }
      this.#drained = now;
    }
    if (this.#head === this.#tail) return false;
    this.#takeFirst();
    return true;
  }

  #load(slot: number): void {
    this.entity = this.#later.entity[slot]!;
    this.code = this.#later.code[slot]!;
    this.cause = this.#later.cause[slot]!;
    this.slot = slot;
    this.payload = null;
  }

  #put(entity: number, code: number, cause: number, slot: number, payload: Payload): void {
    this.#payloads[this.#tail] = payload;
    const at = this.#tail++ * 4;
    if (at === this.#numbers.length) {
      this.#numbers = widened(this.#numbers, new Int32Array(4 * larger(at / 4)));
    }
    this.#numbers[at] = entity;
    this.#numbers[at + 1] = code;
    this.#numbers[at + 2] = cause;
    this.#numbers[at + 3] = slot;
  }

  #takeFirst(): void {
    const at = this.#head * 4;
    this.entity = this.#numbers[at]!;
    this.code = this.#numbers[at + 1]!;
    this.cause = this.#numbers[at + 2]!;
    this.slot = this.#numbers[at + 3]!;
    this.payload = this.#payloads[this.#head]!;
    if (this.slot !== NONE) this.#later.release(this.slot);
    if (++this.#head < this.#tail) return;
    this.#head = 0;
    this.#tail = 0;
  }
}
