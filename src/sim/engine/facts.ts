// The fact log: everything that happened, in typed columns; facts are made objects only when read.
import type { Fact, FactData, FactReader } from './fact';
import { Names } from './names';
import type { Micros } from './time';

/** Facts in a page: pages that are full are never written again, so copies of a log share them. */
const PAGE_BITS = 10;
const PAGE = 1 << PAGE_BITS;
/** Stands for "no fact" and "no entity" in the columns. */
export const NONE = -1;

/** So many facts after each other; rows from 0. */
class Page {
  readonly at: Float64Array;
  readonly about: Int32Array;
  readonly name: Uint16Array;
  readonly because: Int32Array;
  readonly data: Map<number, FactData>;
  readonly given: Map<number, readonly number[]>;
  readonly read: Fact[];

  constructor(from: Page | null) {
    this.at = from?.at.slice() ?? new Float64Array(PAGE);
    this.about = from?.about.slice() ?? new Int32Array(PAGE);
    this.name = from?.name.slice() ?? new Uint16Array(PAGE);
    this.because = from?.because.slice() ?? new Int32Array(PAGE);
    this.data = new Map(from?.data);
    this.given = new Map(from?.given);
    this.read = from?.read.slice() ?? [];
  }
}

/** Append-only log of facts. `about` are entity numbers; `idOf` turns them into ids when read. */
export class FactLog implements FactReader {
  length = 0;
  #names = new Names();
  #pages: Page[] = [];
  #last = new Page(null);
  readonly #idOf: (entity: number) => string;

  constructor(idOf: (entity: number) => string) {
    this.#idOf = idOf;
    this.#pages.push(this.#last);
  }

  /** The same log once more, to be added to apart from this one; what both were told, both hold once. */
  copy(idOf: (entity: number) => string): FactLog {
    const copy = new FactLog(idOf);
    copy.length = this.length;
    copy.#names = this.#names;
    copy.#last = new Page(this.#last);
    copy.#pages = [...this.#pages.slice(0, -1), copy.#last];
    return copy;
  }

  /** Appends a fact and returns its seq. `because` NONE only for roots, `about` NONE for the scenario. */
  add(at: Micros, about: number, name: string, because: number, data?: FactData): number {
    const seq = this.length++;
    const row = seq & (PAGE - 1);
    if (row === 0 && seq > 0) this.#turn();
    const page = this.#last;
    page.at[row] = at;
    page.about[row] = about;
    page.name[row] = this.#names.number(name);
    page.because[row] = because;
    if (data !== undefined) page.data.set(row, data);
    return seq;
  }

  /** Notes further conditions of the fact added last. */
  give(seq: number, given: readonly number[]): void {
    this.#last.given.set(seq & (PAGE - 1), given);
  }

  read(seq: number): Fact {
    if (!(seq >= 0 && seq < this.length)) {
      throw new RangeError(`There is no fact ${seq}; the log holds 0 to ${this.length - 1}.`);
    }
    const page = this.#pages[seq >> PAGE_BITS]!;
    const row = seq & (PAGE - 1);
    return (page.read[row] ??= this.#make(seq, page, row));
  }

  slice(from: number, to: number = this.length): readonly Fact[] {
    const facts: Fact[] = [];
    for (let seq = from; seq < to; seq++) facts.push(this.read(seq));
    return facts;
  }

  #make(seq: number, page: Page, row: number): Fact {
    const about = page.about[row]!;
    const because = page.because[row]!;
    const given = page.given.get(row);
    const data = page.data.get(row);
    return Object.freeze({
      seq,
      at: page.at[row]!,
      about: about === NONE ? null : this.#idOf(about),
      name: this.#names.text(page.name[row]!),
      because: because === NONE ? null : because,
      ...(given && { given }),
      ...(data && { data }),
    });
  }

  #turn(): void {
    this.#last = new Page(null);
    this.#pages.push(this.#last);
  }
}
