// The facts of one run as they came through the door: one growing array, handed out as prefixes.
import type { Fact, FactReader } from '../sim';

/** Append-only facts of a run; a prefix is copied only when another length is asked for. */
export class ToldFacts implements FactReader {
  readonly #facts: Fact[];
  #prefix: readonly Fact[] = [];
  #all: readonly Fact[] = [];

  constructor(known: readonly Fact[] = []) {
    this.#facts = [...known];
  }

  get length(): number {
    return this.#facts.length;
  }

  /** Takes in what a report tells: facts from seq `from` on replace whatever was known from there. */
  take(from: number, fresh: readonly Fact[]): void {
    if (from < this.#facts.length) this.#facts.length = from;
    for (const fact of fresh) this.#facts.push(fact);
  }

  read(seq: number): Fact {
    const fact = this.#facts[seq];
    if (fact === undefined) {
      throw new RangeError(`There is no fact ${seq}; 0 to ${this.length - 1} were told.`);
    }
    return fact;
  }

  slice(from: number, to: number = this.length): readonly Fact[] {
    return this.#facts.slice(from, to);
  }

  /** The first `count` facts; the same array as long as they are the same facts. */
  first(count: number): readonly Fact[] {
    if (!this.#holds(this.#prefix, count)) {
      this.#prefix = this.#holds(this.#all, count) ? this.#all : this.#facts.slice(0, count);
    }
    return this.#prefix;
  }

  /** Every fact told; the same array until another is told. */
  all(): readonly Fact[] {
    if (!this.#holds(this.#all, this.length)) this.#all = this.first(this.length);
    return this.#all;
  }

  /** Facts are told in order and frozen, so equal length and equal last fact mean equal facts. */
  #holds(facts: readonly Fact[], count: number): boolean {
    return facts.length === count && (count === 0 || facts[count - 1] === this.#facts[count - 1]);
  }
}
