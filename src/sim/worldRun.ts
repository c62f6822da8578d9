// A run at work: one world at its furthest point, a second one wherever the head looks at the past.
import { buildWorld } from './engine/buildWorld';
import type { Command, Refusal, TimedCommand } from './engine/command';
import { Digest } from './engine/digest';
import type { FactReader } from './engine/fact';
import { NONE } from './engine/facts';
import type { Model } from './engine/model';
import { refusalOf } from './engine/orders';
import { Projection } from './engine/projection';
import type { Scenario } from './engine/scenario';
import type { Micros } from './engine/time';
import type { Entity, WorldView } from './engine/view';
import type { World } from './engine/world';
import { Keyframes, USUAL, type Spacing } from './keyframes';
import { Player } from './player';
import type { ForkPoint, Outcome, Run } from './run';

/** What a run has from another one: what it goes on from, and the keyframes up to there. */
interface Heritage {
  readonly forkedAt: ForkPoint | null;
  readonly from: Player;
  readonly keyframes: Keyframes;
}

/** The run of a scenario in this thread. */
export class WorldRun implements Run {
  readonly scenario: Scenario;
  readonly forkedAt: ForkPoint | null;
  readonly #model: Model;
  readonly #journal: TimedCommand[];
  readonly #main: Player;
  readonly #keyframes: Keyframes;
  readonly #projection = new Projection();
  #past: Player | null = null;
  #made: readonly Entity[] = [];

  constructor(
    model: Model,
    scenario: Scenario,
    journal: readonly TimedCommand[],
    furthest: Micros,
    heritage: Heritage | null = null,
    spacing: Spacing = USUAL,
  ) {
    this.#model = model;
    this.scenario = scenario;
    this.forkedAt = heritage?.forkedAt ?? null;
    this.#journal = checkedJournal(journal);
    this.#main = heritage?.from.copy() ?? new Player(model, buildWorld(model, scenario));
    this.#keyframes = heritage?.keyframes ?? new Keyframes(this.#main.copy(), spacing);
    this.#main.playTo(Math.max(furthest, this.#journal.at(-1)?.at ?? 0), this.#journal, this.#keyframes);
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

  get made(): readonly Entity[] {
    const { world } = this.#main;
    const first = this.#keyframes.boxesAtStart;
    if (first + this.#made.length !== world.count)
      this.#made = this.#projection
        .view(world)
        .entities.slice(first)
        .map((box, index) => {
          const floor = world.columns.firstFloor[first + index]!;
          return Object.freeze({ ...box, standsOn: floor === NONE ? null : world.id(floor) });
        });
    return this.#made;
  }

  seek(at: Micros): void {
    if (!Number.isSafeInteger(at) || at < 0) {
      throw new RangeError(`The head cannot be at ${at}; use whole microseconds from 0 upwards.`);
    }
    if (at >= this.furthest) {
      this.#past = null;
      this.#main.playTo(at, this.#journal, this.#keyframes);
      return;
    }
    const keyframe = this.#keyframes.before(at);
    const past = this.#past?.world.now ?? Infinity;
    if (past > at || past < keyframe.world.now) this.#past = keyframe.copy();
    this.#past?.playTo(at, this.#journal);
  }

  view(): WorldView {
    return this.#projection.view(this.#atHead.world);
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
    const keyframes = this.#keyframes.upTo(this.head, kept.length);
    const heritage = { forkedAt, from: this.#atHead, keyframes };
    const fork = new WorldRun(this.#model, this.scenario, kept, this.head, heritage);
    return fork as WorldRun & { readonly forkedAt: ForkPoint };
  }

  undo(): WorldRun | null {
    if (this.#journal.length === (this.forkedAt?.journalLength ?? 0)) return null;
    const { at } = this.#journal.at(-1)!;
    const kept = this.#journal.slice(0, -1);
    const keyframes = this.#keyframes.upTo(at, kept.length);
    const heritage = { forkedAt: this.forkedAt, from: keyframes.before(at), keyframes };
    const undone = new WorldRun(this.#model, this.scenario, kept, this.furthest, heritage);
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
      ...world.needs(entity),
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
