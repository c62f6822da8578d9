// Pre-copy a second time, slowly: the recurrence and the stop rules in BigInt, straight from their description.
import type { StopRule } from '../../../src/sim/resources/stopRules';
import type { Writer } from '../../../src/sim/resources/migration';

/** Bytes of every round beside the running guest, and of the last one; null where there is none after `most`. */
export interface SlowPlan {
  readonly rounds: bigint[];
  readonly throttles: number[];
  readonly last: bigint | null;
}

const pages = (bytes: bigint) => (bytes + 4095n) / 4096n;
const smaller = (one: bigint, other: bigint) => (one < other ? one : other);

/** The whole migration over a network of `network` bytes a second. */
export function migrateSlowly(writer: Writer, network: number, rule: StopRule, most: number): SlowPlan {
  const bandwidth = BigInt(
    rule.mostBytesPerSecond > 0 ? Math.min(network, rule.mostBytesPerSecond) : network,
  );
  const rounds: bigint[] = [];
  const throttles: number[] = [];
  let left = BigInt(writer.ramBytes);
  let throttle = 0;
  let high = 0;
  let sent = 0n;
  while (rounds.length < most) {
    const now = left;
    rounds.push(now);
    throttles.push(throttle);
    sent += now;
    const running = BigInt(100 - throttle);
    left = smaller(
      (BigInt(writer.dirtyBytesPerSecond) * running * now) / (bandwidth * 100n),
      smaller(BigInt(writer.workingSetBytes), BigInt(writer.ramBytes)),
    );
    const { throttle: slows } = rule;
    if (slows !== null && left * 100n > now * BigInt(slows.triggerPercent)) high++;
    if (slows !== null && high === slows.rounds) {
      high = 0;
      throttle =
        throttle === 0 ? slows.firstPercent : Math.min(throttle + slows.morePercent, slows.mostPercent);
    }
    const ends = [
      left === 0n,
      rule.fewPages > 0 && pages(rule.sendsFewLive ? now : left) < BigInt(rule.fewPages),
      rule.downtimeMicros > 0 && left * 1_000_000n <= bandwidth * BigInt(rule.downtimeMicros),
      rule.mostRounds > 0 && rounds.length >= rule.mostRounds,
      rule.mostTimesRam > 0 && sent > BigInt(rule.mostTimesRam) * BigInt(writer.ramBytes),
    ];
    if (ends.includes(true)) return { rounds, throttles, last: left };
  }
  return { rounds, throttles, last: null };
}
