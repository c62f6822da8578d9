// One world that follows a journal, and what it takes to have another one go on from where it is.
import type { Command, Refusal, TimedCommand } from './engine/command';
import type { Model } from './engine/model';
import { obey } from './engine/orders';
import type { Micros } from './engine/time';
import type { World } from './engine/world';
import type { Keyframes } from './keyframes';

/** A world, and how much of a journal it has obeyed. */
export class Player {
  readonly world: World;
  readonly #model: Model;
  #obeyed: number;

  constructor(model: Model, world: World, obeyed = 0) {
    this.#model = model;
    this.world = world;
    this.#obeyed = obeyed;
  }

  /** How many of the journal's commands it has obeyed. */
  get obeyed(): number {
    return this.#obeyed;
  }

  /** A second one at the same instant. */
  copy(): Player {
    return new Player(this.#model, this.world.copy(), this.#obeyed);
  }

  /** Plays on to an instant, giving the journal's commands at theirs and leaving keyframes on the way if any are given. */
  playTo(at: Micros, journal: readonly TimedCommand[], keyframes: Keyframes | null = null): void {
    for (; this.#obeyed < journal.length && journal[this.#obeyed]!.at <= at; this.#obeyed++) {
      const { at: when, command } = journal[this.#obeyed]!;
      this.#runUntil(when, keyframes);
      // In a journal that lost a command, a later one may be refused; then it does not happen.
      obey(this.world, this.#model, command, 'command');
      this.world.runUntil(when);
    }
    this.#runUntil(at, keyframes);
  }

  /** Gives a command now and plays the instant out; the journal's owner writes it down. */
  order(command: Command): number | Refusal {
    const answer = obey(this.world, this.#model, command, 'command');
    if (typeof answer !== 'number') return answer;
    this.#obeyed++;
    this.world.runUntil(this.world.now);
    return answer;
  }

  #runUntil(at: Micros, keyframes: Keyframes | null): void {
    while (!this.world.runUntil(at, keyframes?.due)) keyframes?.keep(this.copy());
  }
}
