// Where the moments of a lesson lie: in which step's solution each is reached first, and when. Pure.
import type { Micros, Scenario } from '../sim';
import { worldOf } from './crossCheck';
import type { LessonContent, LessonSolution, SolutionStep } from './format';
import { momentsIn, scenarioOf } from './content';
import { playAttempt, wholeSolution } from './player';

/** One way through a part of the lesson. */
export interface Way {
  /** Slug of the step, or `transfer`. */
  readonly step: string;
  readonly scenario: Scenario;
  /** All of the step's solution, from the start of its world. */
  readonly solution: SolutionStep;
}

/** A moment with the way that leads there. */
export interface MomentPlace extends Way {
  readonly id: string;
  /** What it says of itself. */
  readonly sentence: string;
  /** When its first fact is told. */
  readonly at: Micros;
}

/**
 * The moments that the lesson's solution reaches, each where it is reached first: by step, then by time.
 * Plays every step's solution once. Throws RefusedCommand when a solution is out of date.
 */
export function placesOf(content: LessonContent, solution: LessonSolution): readonly MomentPlace[] {
  const places = new Map<string, MomentPlace>();
  for (const way of waysThrough(content, solution)) {
    const facts = playAttempt(way.scenario, way.solution).facts.slice(0);
    const reached = Object.entries(momentsIn(content.scenario, facts))
      .flatMap(([id, fact]) => (fact === null || places.has(id) ? [] : [{ id, at: fact.at, seq: fact.seq }]))
      .sort((one, other) => one.seq - other.seq);
    for (const { id, at } of reached) {
      const { sentence } = content.scenario.moments.find((moment) => moment.id === id)!;
      places.set(id, { id, sentence, at, ...way });
    }
  }
  return [...places.values()];
}

/** The solution of each step and of the transfer question, with the world it is played on. */
export function* waysThrough(content: LessonContent, solution: LessonSolution): Iterable<Way> {
  const { page } = content;
  for (const [index, step] of page.steps.entries()) {
    const scenario = scenarioOf(content, worldOf(page, index));
    yield { step: step.slug, scenario, solution: wholeSolution(content, solution, index) };
  }
  if (page.transfer) {
    const scenario = scenarioOf(content, page.transfer.world);
    yield { step: 'transfer', scenario, solution: solution.steps['transfer']! };
  }
}
