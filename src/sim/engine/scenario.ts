// A world as data: what stands where at the start, and what the scenario itself breaks.
import type { TimedCommand } from './command';
import type { Scalar } from './fact';

/**
 * One box and what stands on it. `spec` overrides the room's defaults: byte counts are integers,
 * CPU is micro-cores; see each room's `facts.ts` for the fields it knows (others are refused).
 */
export interface BoxSpec {
  readonly kind: string;
  readonly name: string;
  readonly spec?: Readonly<Record<string, Scalar>>;
  /** `kind/name` of boxes whose loss makes this one suffer. */
  readonly needs?: readonly string[];
  readonly holds?: readonly BoxSpec[];
}

/** A named start of the world. Faults are commands that nobody in the lesson gives. */
export interface WorldSpec {
  readonly boxes: readonly BoxSpec[];
  readonly faults?: readonly TimedCommand[];
}

/** What a run starts from. The same scenario, seed and journal give the same run everywhere. */
export interface Scenario {
  readonly id: string;
  readonly seed: number;
  readonly world: WorldSpec;
  /** Names of the commands that can be given in its runs; any when nothing is said. It keeps nobody from giving others. */
  readonly commands?: readonly string[];
}
