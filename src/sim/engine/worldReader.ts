// Reading a world: what every entity is, stands on, holds and waits for, straight from the columns.
import type { EntityNumber, Reader } from './acts';
import { Agenda } from './agenda';
import { Columns } from './columns';
import { CpuTimes } from './cpuTimes';
import type { EntityId, Scalar } from './fact';
import { NONE } from './facts';
import { tagBit, type Kind } from './kind';
import type { Micros } from './time';
import type { StateTag, Transition } from './view';

/** The columns of a world with everything that rules, refusals and views read from them. */
export abstract class WorldReader implements Reader {
  abstract readonly now: Micros;
  abstract readonly kinds: readonly Kind[];
  readonly columns: Columns;
  readonly cpu: CpuTimes;
  protected readonly agenda: Agenda;

  /** Empty, or with copies of another world's columns. */
  constructor(from: WorldReader | null) {
    this.columns = from?.columns.copy() ?? new Columns();
    this.cpu = from?.cpu.copy() ?? new CpuTimes();
    this.agenda = from?.agenda.copy() ?? new Agenda();
  }

  get count(): number {
    return this.columns.count;
  }

  id(entity: EntityNumber): EntityId {
    return `${this.kind(entity)}/${this.columns.names[entity]!}`;
  }

  find(id: EntityId): EntityNumber {
    const slash = id.indexOf('/');
    if (slash < 0) return NONE;
    const kind = id.slice(0, slash);
    const number = this.kinds.findIndex(({ definition }) => definition.kind === kind);
    return this.kinds[number]?.find(id.slice(slash + 1), number, this.columns) ?? NONE;
  }

  kind(entity: EntityNumber): string {
    return this.kindOf(entity).definition.kind;
  }

  /** The kind at work behind an entity. */
  kindOf(entity: EntityNumber): Kind {
    return this.kinds[this.columns.kind[entity]!]!;
  }

  state(entity: EntityNumber): string {
    return this.kindOf(entity).table.leaves[this.columns.leaf[entity]!]!;
  }

  has(entity: EntityNumber, tag: StateTag): boolean {
    return (this.kindOf(entity).bits[this.columns.leaf[entity]!]! & tagBit(tag)) !== 0;
  }

  value(entity: EntityNumber, key: string): Scalar {
    return this.kindOf(entity).field(this.columns.row[entity]!, key);
  }

  amount(entity: EntityNumber, key: string): number {
    return this.value(entity, key) as number;
  }

  floor(entity: EntityNumber): EntityNumber {
    return this.columns.floor[entity]!;
  }

  above(entity: EntityNumber): readonly EntityNumber[] {
    return this.columns.above(entity);
  }

  needs(entity: EntityNumber): readonly EntityNumber[] {
    return this.columns.needs(entity);
  }

  neededBy(entity: EntityNumber): readonly EntityNumber[] {
    return this.columns.neededBy(entity);
  }

  since(entity: EntityNumber): Micros {
    return this.columns.since[entity]!;
  }

  /** The transition by which an entity came to its state, or null. */
  lastTransition(entity: EntityNumber): Transition | null {
    const way = this.columns.way[entity]! - 1;
    if (way < 0) return null;
    return Object.freeze({ from: this.kindOf(entity).table.leaves[this.columns.from[entity]!]!, way });
  }

  isAsMade(entity: EntityNumber): boolean {
    const last = this.lastTransition(entity);
    return last === null || last.from === 'placed';
  }

  lastStateLasted(entity: EntityNumber): Micros {
    return this.columns.lasted[entity]!;
  }

  due(entity: EntityNumber): Micros | null {
    const kind = this.kindOf(entity);
    const first = this.columns.row[entity]! * kind.table.lanes;
    let due = Infinity;
    for (let lane = 0; lane < kind.table.lanes; lane++) {
      const slot = kind.pending[first + lane]!;
      if (slot !== NONE) due = Math.min(due, this.agenda.timeOf(slot));
    }
    return due === Infinity ? null : due;
  }

  heldBytes(entity: EntityNumber): number {
    return this.columns.held[entity]!;
  }

  chargedBytes(entity: EntityNumber): number {
    return this.columns.charged[entity]!;
  }
}
