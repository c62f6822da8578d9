// A whole migration by the rules of the model, round after round, for guests that write steadily.
import {
  afterRound,
  bandwidthOf,
  firstRound,
  timeToSend,
  type Round,
  type StopReason,
  type Writer,
} from '../../../src/sim/resources/migration';
import type { StopRule } from '../../../src/sim/resources/stopRules';

/** A migration from its first round to the end, as far as it has one. */
export interface Plan {
  readonly rounds: readonly Round[];
  /** What is sent while the guest is paused, and how long that takes in microseconds; null: it never ends. */
  readonly last: {
    readonly bytes: number;
    readonly downtimeMicros: number;
    readonly stop: StopReason;
  } | null;
  /** Bytes sent and microseconds passed, the pause included; of a plan without end, of the rounds it holds. */
  readonly sentBytes: number;
  readonly micros: number;
}

/** All rounds for a guest that writes steadily. One that never converges is left off after `most` rounds. */
export function planMigration(writer: Writer, network: number, rule: StopRule, most = 1_000): Plan {
  const bytesPerSecond = bandwidthOf(network, rule);
  const rounds: Round[] = [];
  let micros = 0;
  for (let round = firstRound(writer); ;) {
    rounds.push(round);
    micros += timeToSend(round.bytes, bytesPerSecond);
    const { next, stop } = afterRound(round, writer, bytesPerSecond, rule);
    if (stop !== null) {
      const downtimeMicros = timeToSend(next.bytes, bytesPerSecond);
      const last = { bytes: next.bytes, downtimeMicros, stop };
      return { rounds, last, sentBytes: next.sentBytes + next.bytes, micros: micros + downtimeMicros };
    }
    if (rounds.length === most) return { rounds, last: null, sentBytes: next.sentBytes, micros };
    round = next;
  }
}
