// A run at work: one world at its furthest point, a second one wherever the head looks at the past.
import { buildWorld } from './engine/buildWorld';
import type { Command, Refusal, TimedCommand } from './engine/command';
import { Digest } from './engine/digest';
import type { FactReader } from './engine/fact';
import type { Model } from './engine/model';
import { obey, refusalOf } from './engine/orders';
import { Projection } from './engine/projection';
import type { Scenario } from './engine/scenario';
import type { Micros } from './engine/time';
import type { WorldView } from './engine/view';
import type { World } from './engine/world';
import type { ForkPoint, Outcome, Run } from './run';

/** One world that follows a journal. */
class Player {
  readonly world: World;
  readonly #projection: Projection;
  readonly #model: Model;
  #obeyed = 0;

  constructor(model: Model, scenario: Scenario) {
    this.#model = model;
    this.world = buildWorld(model, scenario);
    this.#projection = new Projection(this.world);
  }

  /** Plays on to an instant, giving the journal's commands at theirs. */
  playTo(at: Micros, journal: readonly TimedCommand[]): void {
    for (; this.#obeyed < journal.length && journal[this.#obeyed]!.at <= at; this.#obeyed++) {
      const { at: when, command } = journal[this.#obeyed]!;
      this.world.runUntil(when);
      // In a journal that lost a command, a later one may be refused; then it does not happen.
      obey(this.world, this.#model, command, 'command');
      this.world.runUntil(when);
    }
    this.world.runUntil(at);
  }

  /** Gives a command now and plays the instant out; the journal's owner writes it down. */
  order(command: Command): number | Refusal {
    const answer = obey(this.world, this.#model, command, 'command');
    if (typeof answer !== 'number') return answer;
    this.#obeyed++;
    this.world.runUntil(this.world.now);
    return answer;
  }

  view(): WorldView {
    return this.#projection.view();
  }
}

/** The run of a scenario in this thread. */
export class WorldRun implements Run {
  readonly scenario: Scenario;
  readonly forkedAt: ForkPoint | null;
  readonly #model: Model;
  readonly #journal: TimedCommand[];
  readonly #main: Player;
  #past: Player | null = null;

  constructor(
    model: Model,
    scenario: Scenario,
    journal: readonly TimedCommand[],
    furthest: Micros,
    forkedAt: ForkPoint | null = null,
  ) {
    this.#model = model;
    this.scenario = scenario;
    this.forkedAt = forkedAt;
    this.#journal = checkedJournal(journal);
    this.#main = new Player(model, scenario);
    this.#main.playTo(Math.max(furthest, this.#journal.at(-1)?.at ?? 0), this.#journal);
  }

  get journal(): readonly TimedCommand[] {
    return this.#journal;
  }

  get head(): Micros {
    return this.#atHead.world.now;
  }

  get furthest(): Micros {
    return this.#main.world.now;
  }

  get facts(): FactReader {
    return this.#main.world.facts;
  }

  get factsAtHead(): number {
    return this.#atHead.world.facts.length;
  }

  seek(at: Micros): void {
    if (!Number.isSafeInteger(at) || at < 0) {
      throw new RangeError(`The head cannot be at ${at}; use whole microseconds from 0 upwards.`);
    }
    if (at >= this.furthest) {
      this.#past = null;
      this.#main.playTo(at, this.#journal);
      return;
    }
    if (this.#past === null || this.#past.world.now > at) this.#past = new Player(this.#model, this.scenario);
    this.#past.playTo(at, this.#journal);
  }

  view(): WorldView {
    return this.#atHead.view();
  }

  do(command: Command): Outcome {
    if (this.#past !== null) {
      throw new RangeError(`The head is at ${this.head}, the run goes on to ${this.furthest}: fork first.`);
    }
    const answer = this.#main.order(command);
    if (typeof answer !== 'number') return { done: false, refusal: answer };
    this.#journal.push(Object.freeze({ at: this.head, command: frozen(command) }));
    return { done: true, seq: answer };
  }

  check(command: Command): Refusal | null {
    return refusalOf(this.#atHead.world, this.#model, command);
  }

  fork(): WorldRun & { readonly forkedAt: ForkPoint } {
    const kept = this.#journal.filter((entry) => entry.at <= this.head);
    const forkedAt = { at: this.head, journalLength: kept.length };
    const fork = new WorldRun(this.#model, this.scenario, kept, this.head, forkedAt);
    return fork as WorldRun & { readonly forkedAt: ForkPoint };
  }

  undo(): WorldRun | null {
    if (this.#journal.length === (this.forkedAt?.journalLength ?? 0)) return null;
    const undone = new WorldRun(
      this.#model,
      this.scenario,
      this.#journal.slice(0, -1),
      this.furthest,
      this.forkedAt,
    );
    undone.seek(this.head);
    return undone;
  }

  digest(): string {
    return digestOf(this.#atHead.world);
  }

  get #atHead(): Player {
    return this.#past ?? this.#main;
  }
}

/** Fingerprint of a world: its facts in order, then its entities by id. */
export function digestOf(world: World): string {
  const digest = new Digest();
  digest.number(world.now);
  for (const fact of world.facts.slice(0)) digest.text(JSON.stringify(fact));
  const byId = Array.from({ length: world.count }, (_, entity) => [world.id(entity), entity] as const);
  byId.sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [id, entity] of byId) {
    digest.text(id);
    digest.text(world.state(entity));
    digest.text(JSON.stringify(world.kindOf(entity).copyOf(world.columns.row[entity]!)));
    for (const number of [
      world.since(entity),
      world.floor(entity),
      world.heldBytes(entity),
      world.chargedBytes(entity),
      world.cpu.granted(entity),
      world.cpu.stolen(entity),
      world.cpu.used(entity, world.now),
    ]) {
      digest.number(number);
    }
  }
  return digest.toString();
}

function checkedJournal(journal: readonly TimedCommand[]): TimedCommand[] {
  journal.forEach((entry, index) => {
    const before = journal[index - 1]?.at ?? 0;
    if (Number.isSafeInteger(entry.at) && entry.at >= before) return;
    throw new RangeError(
      `Journal entry ${index} is at ${entry.at}; entries are in order of time, in whole microseconds.`,
    );
  });
  return journal.map((entry) => Object.freeze({ at: entry.at, command: frozen(entry.command) }));
}

function frozen(command: Command): Command {
  return Object.freeze({ ...command, ...(command.args && { args: Object.freeze({ ...command.args }) }) });
}
