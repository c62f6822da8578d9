// The world: entities, what is due, what was told. Only `runUntil` advances its time.
import type { Acts, EntityNumber } from './acts';
import type { Payload } from './agenda';
import { enter, step } from './compile/step';
import type { MachineEvent, Sink } from './compile/table';
import type { FactData, Scalar } from './fact';
import { FactLog, NONE } from './facts';
import { Kind, tableOf, type Told } from './kind';
import { LivelockError, type Busy } from './livelock';
import type { Model, Store } from './model';
import type { Micros } from './time';
import { WorldReader } from './worldReader';

/** An instant may hold this many events, and as many again for each entity. */
const EVENTS_PER_INSTANT = 10_000;
const EVENTS_PER_ENTITY = 100;
const NOTHING: readonly string[] = Object.freeze([]);
/** How many of the last events a livelock shows. */
const SHOWN_OF_LIVELOCK = 12;

/** One deterministic world. It is the `Acts` of its rooms and the `Sink` of its tables. */
export class World extends WorldReader implements Acts, Sink {
  now: Micros = 0;
  readonly seed: number;
  readonly kinds: readonly Kind[];
  readonly facts: FactLog;
  /** What the model keeps beside the columns. */
  readonly store: Store | null;
  /** Delivered events, stale timers left out. */
  delivered = 0;
  /** Called whenever time is about to advance (and at the end of each `runUntil`); the laws' window. */
  beforeAdvance: ((world: World) => void) | null = null;
  /** Called for an entry of the scenario itself that is due; see `at`. */
  onDue: ((world: World, index: number) => void) | null = null;
  readonly #model: Model;
  readonly #settings: Map<string, number>;
  #changed: EntityNumber[] = [];
  readonly #isChanged: boolean[] = [];
  #inInstant = 0;
  #recent: Busy[] = [];
  #recentCauses = new Set<number>();
  // What is being handled: the entity, its kind and row, and the fact that everything now follows from.
  #self: EntityNumber = NONE;
  #kind!: Kind;
  #row = 0;
  #cause = NONE;
  #given: readonly string[] = NOTHING;

  /** An empty world; `from` is for `copy`. */
  constructor(model: Model, seed: number, from: World | null = null) {
    super(from);
    this.#model = model;
    this.seed = seed;
    this.kinds =
      from?.kinds.map((kind) => kind.copy()) ??
      model.kinds.map((definition) => new Kind(definition, tableOf(definition.machine)));
    const idOf = (entity: EntityNumber) => this.id(entity);
    this.facts = from?.facts.copy(idOf) ?? new FactLog(idOf);
    this.store = from?.store?.copy() ?? model.store?.() ?? null;
    this.#settings = new Map(from === null ? [] : from.#settings);
    if (from === null) return;
    this.now = from.now;
    this.delivered = from.delivered;
    this.onDue = from.onDue;
    this.#inInstant = from.#inInstant;
  }

  /** The same world once more: played on, both tell the same. Throws while an instant is not over. */
  copy(): World {
    if (this.#changed.length > 0) throw new Error('A world is copied only when an instant is over.');
    return new World(this.#model, this.seed, this);
  }

  // Making the world

  /**
   * Creates an entity of a kind, enters its chart, and returns its number. Its effects wait for their turn, and what
   * is being handled goes on as if nothing had come between.
   */
  create(
    kindName: string,
    name: string,
    input: Readonly<Record<string, Scalar>>,
    floor: EntityNumber,
  ): EntityNumber {
    const kindNumber = this.kinds.findIndex((kind) => kind.definition.kind === kindName);
    const kind = this.kinds[kindNumber];
    if (kind === undefined) throw new Error(`There is no kind "${kindName}".`);
    if (kind.find(name, kindNumber, this.columns) !== NONE) {
      throw new Error(`${kindName}/${name} is there already; take another name.`);
    }
    const entity = this.columns.add(kindNumber, kind.addRow(input), name);
    if (floor !== NONE) {
      this.columns.stand(entity, floor);
      this.#touch(floor);
    }
    const [handled, cause, given] = [this.#self, this.#cause, this.#given];
    this.#given = NOTHING;
    this.#attend(entity);
    this.columns.leaf[entity] = enter(kind.table, kind.contextAt(this.#row), this);
    this.columns.since[entity] = this.now;
    this.#touch(entity);
    this.#cause = cause;
    this.#given = given;
    if (handled !== NONE) this.#attend(handled);
    return entity;
  }

  /** What is made from here on follows from this fact, not from what was told last. */
  followFrom(seq: number): void {
    this.#cause = seq;
  }

  need(entity: EntityNumber, other: EntityNumber): void {
    this.columns.need(entity, other);
    this.#touch(entity);
  }

  forget(entity: EntityNumber, other: EntityNumber): void {
    this.columns.forget(entity, other);
    this.#touch(entity);
  }

  /** Makes `onDue(index)` be called at an instant, in its turn among everything that is due then. */
  at(time: Micros, index: number): void {
    this.agenda.add(this.now, time, NONE, index, NONE);
  }

  // Time

  /**
   * Plays up to and including the instant `until`, jumping from due time to due time. Answers whether it got there:
   * it stops after the instant in which the events delivered reach `enough`.
   */
  runUntil(until: Micros, enough = Infinity): boolean {
    const agenda = this.agenda;
    for (;;) {
      while (agenda.take(this.now)) this.#deliver();
      if (this.#settle()) continue;
      this.beforeAdvance?.(this);
      const next = agenda.firstTime();
      if (next > until) break;
      if (this.delivered >= enough) return false;
      this.now = next;
      this.#inInstant = 0;
    }
    if (until > this.now) {
      this.now = until;
      this.#inInstant = 0;
    }
    return true;
  }

  /** Instant of the next thing that is due, Infinity when nothing is (stale timers may be named). */
  nextDue(): Micros {
    return this.agenda.hasMore(this.now) ? this.now : this.agenda.firstTime();
  }

  /** Handles the entry that the agenda has just taken. */
  #deliver(): void {
    const { entity, code, cause, slot, payload } = this.agenda;
    this.#cause = cause;
    if (entity === NONE) {
      this.onDue?.(this, code);
      return;
    }
    this.#attend(entity);
    if (slot !== NONE) {
      this.#deliverTimer(code, slot);
      return;
    }
    this.#count(code);
    if (code < 0) this.#kind.effects[-1 - code]!(this, entity, payload as never);
    else if (payload === null) this.#step(code, this.#kind.bareEvents[code]!);
    else this.#stepGiven(code, payload as MachineEvent);
  }

  /** An event may name settings that led to it: they are conditions of the first fact that it brings about. */
  #stepGiven(code: number, event: MachineEvent): void {
    this.#given = (event['given'] as readonly string[] | undefined) ?? NOTHING;
    this.#step(code, event);
    this.#given = NOTHING;
  }

  #deliverTimer(timer: number, slot: number): void {
    const { table, pending, bareEvents } = this.#kind;
    const at = this.#row * table.lanes + table.slotLane[timer]!;
    if (pending[at] !== slot) return;
    pending[at] = NONE;
    const code = table.slotEvent[timer]!;
    this.#count(code);
    this.#step(code, bareEvents[code]!);
  }

  #count(code: number): void {
    this.delivered++;
    if (++this.#inInstant > EVENTS_PER_INSTANT) this.#mindLivelock(code);
  }

  #step(code: number, event: MachineEvent): void {
    const entity = this.#self;
    const kind = this.#kind;
    const columns = this.columns;
    const before = columns.leaf[entity]!;
    const after = step(kind.table, before, code, kind.contextAt(this.#row), event, this);
    if (after < 0) return;
    if (after !== before) {
      columns.leaf[entity] = after;
      columns.lasted[entity] = this.now - columns.since[entity]!;
      columns.since[entity] = this.now;
      if (kind.isNewStart(before, after)) this.#startAnew(entity);
    }
    kind.version++;
    columns.version[entity]!++;
    if (this.#model.settle !== undefined) this.#noteChange(entity);
  }

  /** A program that is started anew is another one to its kernel. What stands on nothing is hardware: the same again. */
  #startAnew(entity: EntityNumber): void {
    if (this.columns.floor[entity] === NONE) return;
    this.columns.startAnew(entity);
    this.cpu.startAnew(entity, this.now);
  }

  #attend(entity: EntityNumber): void {
    this.#self = entity;
    this.#kind = this.kinds[this.columns.kind[entity]!]!;
    this.#row = this.columns.row[entity]!;
  }

  #settle(): boolean {
    if (this.#changed.length === 0) return false;
    const changed = this.#changed;
    this.#changed = [];
    for (const entity of changed) this.#isChanged[entity] = false;
    this.#model.settle?.(this, changed);
    return this.agenda.hasMore(this.now);
  }

  #mindLivelock(code: number): void {
    const bound = EVENTS_PER_INSTANT + EVENTS_PER_ENTITY * this.columns.count;
    if (this.#inInstant <= bound - SHOWN_OF_LIVELOCK) return;
    const { table } = this.#kind;
    const event = code < 0 ? table.effects[-1 - code]! : table.events[code]!;
    this.#recent.push({ id: this.id(this.#self), event });
    this.#recentCauses.add(this.#cause);
    if (this.#inInstant <= bound) return;
    const causes = [...this.#recentCauses].filter((seq) => seq !== NONE).sort((a, b) => a - b);
    throw new LivelockError(
      this.now,
      this.#inInstant,
      this.#recent,
      causes.map((seq) => this.facts.read(seq)),
    );
  }

  #touch(entity: EntityNumber): void {
    this.columns.version[entity]!++;
    this.kindOf(entity).version++;
    if (this.#model.settle !== undefined) this.#noteChange(entity);
  }

  #noteChange(entity: EntityNumber): void {
    if (this.#isChanged[entity] === true) return;
    this.#isChanged[entity] = true;
    this.#changed.push(entity);
  }

  // Sink: what a table says while it steps

  take(leaf: number, way: number): void {
    this.columns.from[this.#self] = leaf;
    this.columns.way[this.#self] = way + 1;
  }

  arm(timer: number, delay: Micros): void {
    const { table, pending } = this.#kind;
    const slot = this.agenda.add(this.now, this.now + delay, this.#self, timer, this.#cause);
    pending[this.#row * table.lanes + table.slotLane[timer]!] = slot;
  }

  disarm(timer: number): void {
    const kind = this.#kind;
    kind.pending[this.#row * kind.table.lanes + kind.table.slotLane[timer]!] = NONE;
  }

  effect(effect: number, params: unknown): void {
    const kind = this.#kind;
    if (kind.effects[effect] === null) {
      this.#tellFields(params as Told);
      return;
    }
    this.agenda.addNow(this.#self, -1 - effect, this.#cause, (params as Payload | undefined) ?? null);
  }

  #tellFields(told: Told): void {
    const kind = this.#kind;
    let data: Record<string, Scalar> | undefined;
    if (told.fields !== undefined) {
      data = {};
      for (const field of told.fields) data[field] = kind.field(this.#row, field);
    }
    this.tell(this.#self, told.fact, data);
    const fields = told.given ?? this.#given;
    this.#given = NOTHING;
    if (fields.length === 0) return;
    const given = fields
      .map((field) => this.#settings.get(`${this.#self} ${field}`))
      .filter((seq) => seq !== undefined);
    if (given.length > 0) this.facts.give(this.#cause, given);
  }

  // Acts: what rooms' rules may do

  send(to: EntityNumber, event: MachineEvent): void {
    const kind = this.kinds[this.columns.kind[to]!]!;
    const code = kind.table.eventCode(event.type);
    if (code < 0) {
      throw new Error(
        `A ${kind.definition.kind} does not know the event ${event.type}; add it to its chart.`,
      );
    }
    this.agenda.addNow(to, code, this.#cause, event);
  }

  tell(about: EntityNumber, name: string, data?: FactData): void {
    this.#cause = this.facts.add(this.now, about, name, this.#cause, data);
  }

  /** Tells a fact that nothing in the world caused: a command, a fault, the start. Returns its seq. */
  tellRoot(about: EntityNumber, name: string, data?: FactData): number {
    // Whoever acts gives the instant its events anew: many commands at one instant are no livelock.
    this.#inInstant = 0;
    this.#cause = NONE;
    this.tell(about, name, data);
    return this.#cause;
  }

  /** Notes that the fact being handled set a field, as a condition of what follows from the setting. */
  noteSetting(entity: EntityNumber, field: string): void {
    this.#settings.set(`${entity} ${field}`, this.#cause);
  }

  standOn(entity: EntityNumber, floor: EntityNumber): void {
    const columns = this.columns;
    const inside = this.kindOf(entity).definition.reserves === true ? 0 : columns.charged[entity]!;
    const weight = columns.held[entity]! + inside;
    const before = columns.floor[entity]!;
    this.#charge(before, -weight);
    columns.stand(entity, floor);
    this.#charge(floor, weight);
    for (const touched of [before, floor, entity]) if (touched !== NONE) this.#touch(touched);
  }

  hold(entity: EntityNumber, bytes: number): void {
    const more = bytes - this.columns.held[entity]!;
    if (more === 0) return;
    this.columns.held[entity] = bytes;
    this.#touch(entity);
    this.#charge(this.columns.floor[entity]!, more);
  }

  #charge(from: EntityNumber, more: number): void {
    const { charged, floor } = this.columns;
    for (let level = from; level !== NONE; level = floor[level]!) {
      charged[level]! += more;
      this.#touch(level);
      // What lies in a reservation was charged below when it was reserved.
      if (this.kindOf(level).definition.reserves === true) break;
    }
  }

  grant(entity: EntityNumber, wanted: number, granted: number, stolen: number): void {
    if (!this.cpu.set(entity, wanted, granted, stolen, this.now)) return;
    this.columns.version[entity]!++;
    this.kindOf(entity).version++;
  }
}
