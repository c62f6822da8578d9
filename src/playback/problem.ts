// What to say when the engine gives up: a code and its causes as data, never a hanging page.
import type { Command } from '../sim/engine/command';
import type { Fact } from '../sim/engine/fact';
import type { Micros } from '../sim/engine/time';

/** Why a run could not go on. */
export interface Problem {
  /** `livelock`: events without end in one instant. `engine`: anything else, which is a bug of ours. */
  readonly code: 'livelock' | 'engine';
  /** The instant at which it happened, or null when the engine did not say. */
  readonly at: Micros | null;
  /** The command that led to it, or null when it was the passing of time. */
  readonly command: Command | null;
  /** The last facts of the chain, oldest first. */
  readonly causes: readonly Fact[];
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

/** Reads any thrown value as a problem; `command` is what was being done. */
export function problemOf(thrown: unknown, command: Command | null): Problem {
  if (thrown instanceof RunProblem) return thrown.problem;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (!(thrown instanceof Error)) return { code: 'engine', at: null, command, causes: [], message };
  const { at, causes } = thrown as { at?: unknown; causes?: unknown };
  return {
    code: Array.isArray(causes) ? 'livelock' : 'engine',
    at: typeof at === 'number' ? at : null,
    command,
    causes: Array.isArray(causes) ? (causes as readonly Fact[]) : [],
    message,
  };
}
