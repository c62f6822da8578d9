// A kind of entity: its chart, compiled, and the columns that hold the contexts of all its entities.
import type { AnyStateMachine } from 'xstate';
import type { Effect, EntityNumber, Reader } from './acts';
import { compile } from './compile/compile';
import type { Context, MachineEvent, Table } from './compile/table';
import type { Columns } from './columns';
import type { Scalar } from './fact';
import { NONE } from './facts';
import { front, larger, widened } from './widened';
import type { CpuPeriod, CpuShare, DeliveryState, Installed, Lack, Picker, StateTag, Wait } from './view';

/** The most that a field may be, and whose limit that is; `about`: no source of its maker tells the figure. */
export interface Limit {
  readonly value: number;
  readonly of: string;
  readonly about?: true;
}

/** What a room hands to the engine. */
export interface KindDefinition {
  readonly kind: string;
  /** The one definition of behaviour. Its context factory takes the spec as `input`. */
  readonly machine: AnyStateMachine;
  /** What the chart's named effects do in the world, by action name; `tell` is the engine's own. */
  readonly effects: Readonly<Record<string, Effect>>;
  /** Fields a scenario may set, with their defaults. */
  readonly defaults: Readonly<Record<string, Scalar>>;
  /** What some of these fields may be at most on a floor, and whose limit that is; null where none is known. */
  readonly most?: Readonly<Record<string, (reader: Reader, floor: EntityNumber) => Limit | null>>;
  /** On which kinds it may stand; empty for what stands on nothing. */
  readonly standsOn: readonly string[];
  /** Whether an entity may be placed later and stand on nothing until then. */
  readonly placedLater?: boolean;
  /** Context field with the room it gives to what stands on it, in bytes; 0 there means no limit. */
  readonly sizeField?: string;
  /** Whether `sizeField` is reserved below as a whole, so that what is inside charges no further. */
  readonly reserves?: boolean;
  readonly pickersOf?: (reader: Reader, self: EntityNumber) => readonly Picker[];
  readonly waitOf?: (reader: Reader, self: EntityNumber) => Wait | null;
  readonly lacksOf?: (reader: Reader, self: EntityNumber) => readonly Lack[];
  /** With the micro-cores that it wants and gets. */
  readonly periodOf?: (
    reader: Reader,
    self: EntityNumber,
    wanted: number,
    granted: number,
  ) => CpuPeriod | null;
  /** For what has a weight among those beside it. */
  readonly shareOf?: (reader: Reader, self: EntityNumber) => CpuShare | null;
  /** For what runs something that may have to be sent to it first. */
  readonly deliveryOf?: (reader: Reader, self: EntityNumber) => DeliveryState | null;
  readonly isPromised?: (reader: Reader, self: EntityNumber) => boolean;
  readonly namespacesOf?: (reader: Reader, self: EntityNumber) => readonly string[];
  readonly hidesOf?: (reader: Reader, self: EntityNumber) => readonly string[];
  readonly packagesOf?: (reader: Reader, self: EntityNumber) => readonly Installed[];
}

/** Parameters of the engine's own action `tell`. */
export interface Told {
  /** Name of the fact. */
  readonly fact: string;
  /** Names of context fields to tell as data. */
  readonly fields?: readonly string[];
  /** Names of context fields whose last setting is a further condition of the fact. */
  readonly given?: readonly string[];
}

/** A kind at work in one world: the table and the context columns. */
export class Kind {
  readonly definition: KindDefinition;
  readonly table: Table;
  /** The event object of each event code, for events without data. */
  readonly bareEvents: readonly MachineEvent[];
  /** What each effect of the table does; null where it is `tell`. */
  readonly effects: readonly (Effect | null)[];
  readonly bits: readonly number[];
  rows = 0;
  /** Rises with every change of an entity of this kind. */
  version = 0;
  /** The heap's slot of each running timer, by row * lanes + lane; NONE where none runs. */
  pending = new Int32Array(64).fill(NONE);
  readonly #columns: Map<string, unknown[]>;
  readonly #cursor: Cursor;
  readonly #context: Context;
  /** Its entities by name, as far as one was looked for. */
  readonly #byName = new Map<string, EntityNumber>();
  #indexed = 0;

  constructor(definition: KindDefinition, table: Table, from: Kind | null = null) {
    this.definition = definition;
    this.table = table;
    this.bareEvents = table.events.map((type) => Object.freeze({ type }));
    this.effects = table.effects.map((name) => (name === 'tell' ? null : effectOf(definition, name)));
    this.bits = table.tags.map(tagBits);
    const columns =
      from === null ? table.keys.map(() => []) : from.#cursor.columns.map((each) => each.slice());
    this.#cursor = { row: 0, columns };
    this.#columns = new Map(table.keys.map((key, column) => [key, columns[column]!]));
    this.#context = makeContext(table, this.#cursor);
    if (from === null) return;
    this.rows = from.rows;
    this.version = from.version;
    this.pending = front(from.pending, from.rows * table.lanes);
  }

  /** Whether the way from one leaf to another is a start of what was not up, nor on its way up. */
  isNewStart(before: number, after: number): boolean {
    return (this.bits[after]! & STARTING) !== 0 && (this.bits[before]! & ALIVE) === 0;
  }

  /** The same kind once more, with columns of its own. */
  copy(): Kind {
    return new Kind(this.definition, this.table, this);
  }

  /** The entity with this name, or NONE; `number` is the kind's own in the columns of its world. */
  find(name: string, number: number, { count, kind, names }: Columns): EntityNumber {
    for (; this.#indexed < count; this.#indexed++) {
      if (kind[this.#indexed] === number) this.#byName.set(names[this.#indexed]!, this.#indexed);
    }
    return this.#byName.get(name) ?? NONE;
  }

  /** Adds a row with the context the chart makes from `input`; returns its number. */
  addRow(input: Readonly<Record<string, unknown>>): number {
    const row = this.rows++;
    const context = this.table.initialContext(input);
    for (const [key, column] of this.#columns) column[row] = context[key];
    while (this.pending.length < this.rows * this.table.lanes) {
      const before = this.pending.length;
      this.pending = widened(this.pending, new Int32Array(larger(before)));
      this.pending.fill(NONE, before);
    }
    return row;
  }

  /** The context of a row, seen through the columns. Valid until the next call. */
  contextAt(row: number): Context {
    this.#cursor.row = row;
    return this.#context;
  }

  /** One field of a row's context. */
  field(row: number, key: string): Scalar {
    const column = this.#columns.get(key);
    if (column === undefined) {
      throw new Error(
        `A ${this.definition.kind} has no field "${key}"; it has ${this.table.keys.join(', ')}.`,
      );
    }
    return column[row] as Scalar;
  }

  /** A frozen copy of a row's context. */
  copyOf(row: number): Readonly<Record<string, Scalar>> {
    const copy: Record<string, Scalar> = {};
    for (const [key, column] of this.#columns) copy[key] = column[row] as Scalar;
    return Object.freeze(copy);
  }
}

const compiled = new WeakMap<AnyStateMachine, Table>();

/** The table of a chart, compiled once however many worlds use it. */
export function tableOf(machine: AnyStateMachine): Table {
  let table = compiled.get(machine);
  if (table === undefined) {
    table = compile(machine);
    compiled.set(machine, table);
  }
  return table;
}

const TAGS: readonly StateTag[] = [
  'up',
  'starting',
  'serving',
  'suffering',
  'down',
  'waiting',
  'off',
  'absent',
  'holds-memory',
  'stopping',
  'ended',
];

/** The bit that stands for a tag in `Kind.bits`. */
export function tagBit(tag: StateTag): number {
  return 1 << TAGS.indexOf(tag);
}

const STARTING = tagBit('starting');
const ALIVE = STARTING | tagBit('up');

function tagBits(tags: readonly StateTag[]): number {
  return tags.reduce((bits, tag) => {
    if (!TAGS.includes(tag)) throw new Error(`Unknown tag "${tag}"; use one of ${TAGS.join(', ')}.`);
    return bits | tagBit(tag);
  }, 0);
}

function effectOf(definition: KindDefinition, name: string): Effect {
  return (
    definition.effects[name] ??
    (() => {
      throw new Error(`The chart of ${definition.kind} names the effect "${name}", which its room lacks.`);
    })
  );
}

/** Where a context looks its fields up. */
interface Cursor {
  row: number;
  readonly columns: readonly unknown[][];
}

const CURSOR = Symbol('cursor');

/** A context seen through a cursor. */
interface Seen {
  readonly [CURSOR]: Cursor;
}

/** What the contexts of one table have in common. */
interface Shape {
  /** An empty prototype of their own keeps the shapes of different tables apart. */
  readonly root: object;
  readonly accessors: PropertyDescriptorMap;
}

const shapes = new WeakMap<Table, Shape>();

/**
 * Made once for each table: the contexts of all worlds then have one shape, which keeps the charts'
 * functions fast however many worlds there are.
 */
function shapeOf(table: Table): Shape {
  let shape = shapes.get(table);
  if (shape === undefined) {
    const accessors = Object.fromEntries(table.keys.map((key, column) => [key, accessorOf(column)]));
    shape = { root: {}, accessors };
    shapes.set(table, shape);
  }
  return shape;
}

function accessorOf(column: number): PropertyDescriptor {
  return {
    enumerable: true,
    get(this: Seen): unknown {
      const cursor = this[CURSOR];
      return cursor.columns[column]![cursor.row];
    },
    set(this: Seen, value: unknown): void {
      const cursor = this[CURSOR];
      cursor.columns[column]![cursor.row] = value;
    },
  };
}

function makeContext(table: Table, cursor: Cursor): Context {
  const { root, accessors } = shapeOf(table);
  const context = Object.create(root, { [CURSOR]: { value: cursor } }) as Context;
  return Object.seal(Object.defineProperties(context, accessors));
}
