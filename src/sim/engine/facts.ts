// The fact log: everything that happened, in typed columns; facts are made objects only when read.
import type { Fact, FactData, FactReader } from './fact';
import { larger, widened } from './widened';
import { Names } from './names';
import type { Micros } from './time';

const FIRST_CAPACITY = 256;
/** Stands for "no fact" and "no entity" in the columns. */
export const NONE = -1;

/** Append-only log of facts. `about` are entity numbers; `idOf` turns them into ids when read. */
export class FactLog implements FactReader {
  length = 0;
  readonly names = new Names();
  #at = new Float64Array(FIRST_CAPACITY);
  #about = new Int32Array(FIRST_CAPACITY);
  #name = new Uint16Array(FIRST_CAPACITY);
  #because = new Int32Array(FIRST_CAPACITY);
  readonly #data = new Map<number, FactData>();
  readonly #given = new Map<number, readonly number[]>();
  readonly #read: Fact[] = [];
  readonly #idOf: (entity: number) => string;

  constructor(idOf: (entity: number) => string) {
    this.#idOf = idOf;
  }

  /** Appends a fact and returns its seq. `because` NONE only for roots, `about` NONE for the scenario. */
  add(at: Micros, about: number, name: string, because: number, data?: FactData): number {
    const seq = this.length++;
    if (seq === this.#at.length) this.#grow();
    this.#at[seq] = at;
    this.#about[seq] = about;
    this.#name[seq] = this.names.number(name);
    this.#because[seq] = because;
    if (data !== undefined) this.#data.set(seq, data);
    return seq;
  }

  /** Notes further conditions of a fact just added. */
  give(seq: number, given: readonly number[]): void {
    this.#given.set(seq, given);
  }

  read(seq: number): Fact {
    if (!(seq >= 0 && seq < this.length)) {
      throw new RangeError(`There is no fact ${seq}; the log holds 0 to ${this.length - 1}.`);
    }
    return (this.#read[seq] ??= this.#make(seq));
  }

  slice(from: number, to: number = this.length): readonly Fact[] {
    const facts: Fact[] = [];
    for (let seq = from; seq < to; seq++) facts.push(this.read(seq));
    return facts;
  }

  /** Instant of a fact, without making it an object. */
  at(seq: number): Micros {
    return this.#at[seq]!;
  }

  #make(seq: number): Fact {
    const about = this.#about[seq]!;
    const because = this.#because[seq]!;
    const given = this.#given.get(seq);
    const data = this.#data.get(seq);
    return Object.freeze({
      seq,
      at: this.#at[seq]!,
      about: about === NONE ? null : this.#idOf(about),
      name: this.names.text(this.#name[seq]!),
      because: because === NONE ? null : because,
      ...(given && { given }),
      ...(data && { data }),
    });
  }

  #grow(): void {
    const capacity = larger(this.#at.length);
    this.#at = widened(this.#at, new Float64Array(capacity));
    this.#about = widened(this.#about, new Int32Array(capacity));
    this.#name = widened(this.#name, new Uint16Array(capacity));
    this.#because = widened(this.#because, new Int32Array(capacity));
  }
}
