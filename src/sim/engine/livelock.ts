// When an instant never ends: the error that says who keeps whom busy.
import type { Fact } from './fact';
import type { Micros } from './time';

/** One event of a livelock: which box handled what. */
export interface Busy {
  readonly id: string;
  readonly event: string;
}

/** Thrown when one instant holds more events than any honest world needs. */
export class LivelockError extends Error {
  readonly at: Micros;
  /** The last events before the bound was met, oldest first. */
  readonly busy: readonly Busy[];
  /** The facts of this world that they were caused by, oldest first: whoever reports it may hold another run. */
  readonly causes: readonly Fact[];

  constructor(at: Micros, events: number, busy: readonly Busy[], causes: readonly Fact[]) {
    const last = busy.map((one) => `${one.id} handled ${one.event}`).join('; ');
    super(
      `Time stands still at ${at} microseconds: ${events} events in one instant, the last of them: ${last}. ` +
        `Look for charts that answer each other without a delay.`,
    );
    this.name = 'LivelockError';
    this.at = at;
    this.busy = busy;
    this.causes = causes;
  }
}
