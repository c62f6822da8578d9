// The columns that every entity has, whatever its kind. Written by the engine alone.
import type { EntityNumber } from './acts';
import { NONE } from './facts';
import { front, larger, widened } from './widened';

const FIRST_CAPACITY = 64;
const NOBODY: readonly EntityNumber[] = Object.freeze([]);

/** Numbers of entities in columns; relations as lists that exist only where there is a relation. */
export class Columns {
  count = 0;
  kind = new Uint8Array(FIRST_CAPACITY);
  row = new Int32Array(FIRST_CAPACITY);
  leaf = new Uint8Array(FIRST_CAPACITY);
  floor = new Int32Array(FIRST_CAPACITY);
  /** What it stood on first, whatever became of that. */
  firstFloor = new Int32Array(FIRST_CAPACITY);
  since = new Float64Array(FIRST_CAPACITY);
  lasted = new Float64Array(FIRST_CAPACITY);
  /** The leaf that was left last, and the way that was taken out of it: its number from 1, 0 for none. */
  from = new Uint8Array(FIRST_CAPACITY);
  way = new Uint16Array(FIRST_CAPACITY);
  held = new Float64Array(FIRST_CAPACITY);
  charged = new Float64Array(FIRST_CAPACITY);
  /** Its place in the order in which all were made or started anew. */
  order = new Int32Array(FIRST_CAPACITY);
  /** Rises with every change that a view could show. */
  version = new Uint32Array(FIRST_CAPACITY);
  #ordered = 0;
  names: string[] = [];
  #above: EntityNumber[][] = [];
  #needs: EntityNumber[][] = [];
  #neededBy: EntityNumber[][] = [];

  /** Adds an entity and returns its number. */
  add(kind: number, row: number, name: string): EntityNumber {
    const entity = this.count++;
    if (entity === this.kind.length) this.#grow();
    this.kind[entity] = kind;
    this.row[entity] = row;
    this.floor[entity] = NONE;
    this.firstFloor[entity] = NONE;
    this.order[entity] = this.#ordered++;
    this.names.push(name);
    return entity;
  }

  /** Puts an entity that is started anew behind all that were made or started before. */
  startAnew(entity: EntityNumber): void {
    this.order[entity] = this.#ordered++;
  }

  above(entity: EntityNumber): readonly EntityNumber[] {
    return this.#above[entity] ?? NOBODY;
  }

  needs(entity: EntityNumber): readonly EntityNumber[] {
    return this.#needs[entity] ?? NOBODY;
  }

  neededBy(entity: EntityNumber): readonly EntityNumber[] {
    return this.#neededBy[entity] ?? NOBODY;
  }

  /** Moves an entity to another floor, NONE for nothing. */
  stand(entity: EntityNumber, floor: EntityNumber): void {
    const before = this.floor[entity]!;
    if (before !== NONE) this.#above[before] = this.above(before).filter((other) => other !== entity);
    this.floor[entity] = floor;
    if (this.firstFloor[entity] === NONE) this.firstFloor[entity] = floor;
    if (floor !== NONE) (this.#above[floor] ??= []).push(entity);
  }

  /** Notes that `entity` suffers when `other` is not up. */
  need(entity: EntityNumber, other: EntityNumber): void {
    if (this.needs(entity).includes(other)) return;
    (this.#needs[entity] ??= []).push(other);
    (this.#neededBy[other] ??= []).push(entity);
  }

  /** Notes that `entity` does not need `other` any more. */
  forget(entity: EntityNumber, other: EntityNumber): void {
    this.#needs[entity] = this.needs(entity).filter((need) => need !== other);
    this.#neededBy[other] = this.neededBy(other).filter((needer) => needer !== entity);
  }

  /** The same columns once more, to be written apart from these. */
  copy(): Columns {
    const copy = new Columns();
    copy.count = this.count;
    copy.kind = front(this.kind, this.count);
    copy.row = front(this.row, this.count);
    copy.leaf = front(this.leaf, this.count);
    copy.floor = front(this.floor, this.count);
    copy.firstFloor = front(this.firstFloor, this.count);
    copy.since = front(this.since, this.count);
    copy.lasted = front(this.lasted, this.count);
    copy.from = front(this.from, this.count);
    copy.way = front(this.way, this.count);
    copy.held = front(this.held, this.count);
    copy.charged = front(this.charged, this.count);
    copy.order = front(this.order, this.count);
    copy.version = front(this.version, this.count);
    copy.#ordered = this.#ordered;
    copy.names = this.names.slice();
    copy.#above = this.#above.map((list) => list.slice());
    copy.#needs = this.#needs.map((list) => list.slice());
    copy.#neededBy = this.#neededBy.map((list) => list.slice());
    return copy;
  }

  #grow(): void {
    const capacity = larger(this.kind.length);
    this.kind = widened(this.kind, new Uint8Array(capacity));
    this.row = widened(this.row, new Int32Array(capacity));
    this.leaf = widened(this.leaf, new Uint8Array(capacity));
    this.floor = widened(this.floor, new Int32Array(capacity));
    this.firstFloor = widened(this.firstFloor, new Int32Array(capacity));
    this.since = widened(this.since, new Float64Array(capacity));
    this.lasted = widened(this.lasted, new Float64Array(capacity));
    this.from = widened(this.from, new Uint8Array(capacity));
    this.way = widened(this.way, new Uint16Array(capacity));
    this.held = widened(this.held, new Float64Array(capacity));
    this.charged = widened(this.charged, new Float64Array(capacity));
    this.order = widened(this.order, new Int32Array(capacity));
    this.version = widened(this.version, new Uint32Array(capacity));
  }
}
