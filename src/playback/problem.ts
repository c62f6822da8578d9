// What to say when the engine gives up: a code and its causes as data, never a hanging page.
import type { Command, Fact, Micros } from '../sim';

/** Why a run could not go on. */
export interface Problem {
  /** `livelock`: events without end in one instant. `engine`: anything else, a bug of ours or a bad scenario. */
  readonly code: 'livelock' | 'engine';
  /** The instant at which it happened, or null when the engine did not say. */
  readonly at: Micros | null;
  /** The command that led to it, or null when it was the passing of time. */
  readonly command: Command | null;
  /** The facts, of the very run that failed, that what kept going was caused by, oldest first. */
  readonly causes: readonly Fact[];
  /** The last events: which box handled what. */
  readonly busy: readonly { readonly id: string; readonly event: string }[];
  /** The engine's own message, for a bug report. */
  readonly message: string;
}

/** The error that a door rejects with. */
export class RunProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'RunProblem';
    this.problem = problem;
  }
}

/** Reads any thrown value as a problem. `command` is what was being done. */
export function problemOf(thrown: unknown, command: Command | null): Problem {
  if (thrown instanceof RunProblem) return thrown.problem;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'engine', at: null, command, causes: [], busy: [], message };
}
