// Walks a machine on both sides, steered by XState's own view of what is enabled. Any machine of the rooms can be
// walked: give it payloads for its events, inputs for its context, and contexts to be put into.
import { type AnyStateMachine, getNextTransitions } from 'xstate';
import type { ChartTransition } from '../../../../src/sim/engine/compile/internals';
import type { Context } from '../../../../src/sim/engine/compile/table';
import { Coverage, eventOf } from './coverage';
import { Dice } from './dice';
import { Pair } from './pair';

/** How to walk. Everything is optional. */
export interface WalkOptions {
  readonly seed?: number;
  /** How many events; 2,000 unless told. */
  readonly steps?: number;
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
  readonly pair: Pair;
}

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

  run(steps: number): void {
    this.#begin();
    for (let taken = 0; taken < steps; taken++) {
      const { snapshot } = this.pair;
      if (snapshot?.status !== 'active' || this.#dice.chance(0.02)) this.#begin();
      else this.#step(this.#choose(getNextTransitions(snapshot) as unknown as readonly ChartTransition[]));
    }
  }

  #begin(): void {
    const input = this.#options.input?.(this.#dice) ?? {};
    const outcome = this.pair.start(input);
    if (outcome) this.coverage.note(outcome.taken);
    if (!this.#options.contexts || !this.#dice.chance(0.8)) return;
    const first = this.pair.table.table.initialContext(input);
    this.pair.place(this.#dice.pick(this.coverage.leaves), {
      ...first,
      ...this.#options.contexts(this.#dice),
    });
  }

  #step(type: string): void {
    const payload = this.#options.payload?.(type, this.#dice) ?? {};
    const outcome = this.pair.next({ type, ...payload });
    if (outcome) this.coverage.note(outcome.taken);
  }

  /** Mostly what XState says is enabled, least tried first and with candidates not yet seen; sometimes anything. */
  #choose(enabled: readonly ChartTransition[]): string {
    const { table, leaf } = this.pair.table;
    if (this.#dice.chance(0.2)) return this.#dice.pick([...table.events, 'never.named']);
    const place = table.leaves[leaf] ?? '';
    let best = 'never.named';
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
  new Walk(pair, coverage, options).run(options.steps ?? 2_000);
}

/**
 * Walks the machine and its table side by side. Throws Mismatch at the first difference, ChartRefused when the machine
 * cannot be compiled.
 */
export function walkMachine(machine: AnyStateMachine, options: WalkOptions = {}): WalkReport {
  const pair = new Pair(machine);
  const coverage = new Coverage(pair.oracle.machine);
  walkPair(pair, coverage, options);
  const { cells, visited, missed } = coverage;
  return { comparisons: pair.comparisons, cells, visited, missed, pair };
}
