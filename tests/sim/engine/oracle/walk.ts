// Walks a machine on both sides, steered by XState's own view of what is enabled. Any machine of the rooms can be
// walked: give it payloads for its events, inputs for its context, and contexts to be put into.
import { type AnyStateMachine, getNextTransitions } from 'xstate';
import type { ChartTransition } from '../../../../src/sim/engine/compile/internals';
import type { Context } from '../../../../src/sim/engine/compile/table';
import { Coverage, eventOf } from './coverage';
import { Dice } from './dice';
import { type Case, Pair } from './pair';

/** How to walk. Everything is optional. */
export interface WalkOptions {
  readonly seed?: number;
  /** How many events after the sweeps; 1,500 unless told. */
  readonly steps?: number;
  /** How often every leaf gets every event with some context; 8 times unless told, needs `contexts`. */
  readonly sweeps?: number;
  /** What an event of this type carries besides its type. */
  readonly payload?: (type: string, dice: Dice) => Readonly<Record<string, unknown>>;
  /** What a machine is started with. */
  readonly input?: (dice: Dice) => unknown;
  /** Values to overwrite a first context with; the walk is then sometimes put into any leaf with such a context. */
  readonly contexts?: (dice: Dice) => Readonly<Context>;
}

/** What a walk saw. Cells are `leaf event #candidate`, as XState counts them. */
export interface WalkReport {
  readonly comparisons: number;
  readonly cells: readonly string[];
  readonly visited: ReadonlySet<string>;
  readonly missed: readonly string[];
  /** Every step of XState, to hold mutants against. */
  readonly cases: readonly Case[];
}

const UNHEARD = 'never.named';

class Walk {
  readonly pair: Pair;
  readonly coverage: Coverage;
  readonly #options: WalkOptions;
  readonly #dice: Dice;
  readonly #tries = new Map<string, number>();

  constructor(pair: Pair, coverage: Coverage, options: WalkOptions) {
    this.pair = pair;
    this.coverage = coverage;
    this.#options = options;
    this.#dice = new Dice(options.seed ?? 1);
  }

  /** Puts both sides into every leaf, sends every event it listens to, some times each. */
  sweep(times: number): void {
    for (let round = 0; round < times; round++) {
      for (const { leaf, event } of this.coverage.places) {
        this.#place(leaf);
        this.#step(event === '' ? UNHEARD : event);
      }
    }
  }

  run(steps: number): void {
    this.#begin();
    for (let taken = 0; taken < steps; taken++) {
      const { snapshot } = this.pair;
      if (snapshot?.status !== 'active' || this.#dice.chance(0.08)) this.#begin();
      else this.#step(this.#choose(getNextTransitions(snapshot) as unknown as readonly ChartTransition[]));
    }
  }

  #begin(): void {
    const input = this.#options.input?.(this.#dice) ?? {};
    const outcome = this.pair.start(input);
    if (outcome) this.coverage.note(outcome.taken);
    if (this.#dice.chance(0.8)) this.#place(this.#dice.pick(this.coverage.leaves));
  }

  /** Into a leaf with any context, if the options say what contexts there are. */
  #place(leaf: string): void {
    if (!this.#options.contexts) return;
    const first = this.pair.table.table.initialContext(this.#options.input?.(this.#dice) ?? {});
    this.pair.place(leaf, { ...first, ...this.#options.contexts(this.#dice) });
  }

  #step(type: string): void {
    const payload = this.#options.payload?.(type, this.#dice) ?? {};
    const outcome = this.pair.next({ type, ...payload });
    if (outcome) this.coverage.note(outcome.taken);
  }

  /** Mostly what XState says is enabled, least tried first and with candidates not yet seen; sometimes anything. */
  #choose(enabled: readonly ChartTransition[]): string {
    const { table, leaf } = this.pair.table;
    if (this.#dice.chance(0.2)) return this.#dice.pick([...table.events, UNHEARD]);
    const place = table.leaves[leaf] ?? '';
    let best = UNHEARD;
    let least = Infinity;
    for (const transition of enabled) {
      const type = eventOf(transition);
      if (type === '') continue;
      const seen = this.coverage.visited.has(this.coverage.cellOf(place, transition)) ? 4 : 1;
      const weight = ((this.#tries.get(`${place} ${type}`) ?? 0) + 2 * this.#dice.next()) * seen;
      if (weight < least) [best, least] = [type, weight];
    }
    this.#tries.set(`${place} ${best}`, (this.#tries.get(`${place} ${best}`) ?? 0) + 1);
    return best;
  }
}

/** Walks a pair that may have been elsewhere before. Throws Mismatch at the first difference. */
export function walkPair(pair: Pair, coverage: Coverage, options: WalkOptions = {}): void {
  const walk = new Walk(pair, coverage, options);
  if (options.contexts) walk.sweep(options.sweeps ?? 8);
  walk.run(options.steps ?? 1_500);
}

/**
 * Walks the machine and its table side by side. Throws Mismatch at the first difference, ChartRefused when the machine
 * cannot be compiled.
 */
export function walkMachine(machine: AnyStateMachine, options: WalkOptions = {}): WalkReport {
  const cases: Case[] = [];
  const pair = new Pair(machine, (step) => cases.push(step));
  const coverage = new Coverage(pair.oracle.machine);
  walkPair(pair, coverage, options);
  const { cells, visited, missed } = coverage;
  return { comparisons: pair.comparisons, cells, visited, missed, cases };
}
