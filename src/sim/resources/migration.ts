// Live migration by pre-copy as arithmetic: memory is sent while the guest runs, then what it wrote meanwhile, and so
// on, until a stop rule pauses it: V(i+1) = min(D * V(i) / B, writable working set), in whole bytes.
// Source: Clark et al., NSDI'05, and the hypervisors' own code (see stopRules.ts).
import { mulDiv, mulDivCeil } from '../engine/number';
import { PAGE } from './pages';
import type { StopRule, Throttle } from './stopRules';

const SECOND = 1_000_000;

/** What is moved. Integers from 0. */
export interface Writer {
  readonly ramBytes: number;
  /** How fast it writes when nobody slows it down. */
  readonly dirtyBytesPerSecond: number;
  /** What it writes to again and again: no round leaves more than this. */
  readonly workingSetBytes: number;
}

/** A round that is about to be sent; `round` counts from 1. */
export interface Round {
  readonly round: number;
  readonly bytes: number;
  /** Sent in the rounds before. */
  readonly sentBytes: number;
  readonly throttlePercent: number;
  /** Rounds that count against the guest since the throttle was last raised. */
  readonly highRounds: number;
}

/** Why the rounds ended; `few-pages` also where nothing was left. */
export type StopReason = 'few-pages' | 'downtime' | 'most-rounds' | 'most-sent';

/** What comes after a round: another beside the running guest, or the last one while it is paused. */
export interface AfterRound {
  readonly next: Round;
  readonly stop: StopReason | null;
}

/** The first round sends all memory. */
export function firstRound({ ramBytes }: Writer): Round {
  return { round: 1, bytes: ramBytes, sentBytes: 0, throttlePercent: 0, highRounds: 0 };
}

/** Bytes a second: what the network gives, and no more than the hypervisor takes. */
export function bandwidthOf(networkBytesPerSecond: number, rule: StopRule): number {
  const most = rule.mostBytesPerSecond;
  return most === 0 ? networkBytesPerSecond : Math.min(networkBytesPerSecond, most);
}

/** Microseconds to send so many bytes, rounded up. Throws RangeError without a bandwidth. */
export function timeToSend(bytes: number, bytesPerSecond: number): number {
  return mulDivCeil(bytes, SECOND, bytesPerSecond);
}

/** Bytes that are written while `bytes` are sent: D * t, and no more than the working set (or all memory). */
function writtenWhile(
  { ramBytes, dirtyBytesPerSecond, workingSetBytes }: Writer,
  bytes: number,
  bytesPerSecond: number,
  throttlePercent: number,
): number {
  const rate = dirtyBytesPerSecond * (100 - throttlePercent);
  const most = Math.min(workingSetBytes, ramBytes);
  // So far above it, the quotient may be beyond exact numbers, and need not be known.
  if (bytes * (rate / (bytesPerSecond * 100)) > 2 * most) return most;
  return Math.min(most, mulDiv(bytes, rate, bytesPerSecond * 100));
}

/** What follows a round that was sent. Throws RangeError without a bandwidth. */
export function afterRound(done: Round, writer: Writer, bytesPerSecond: number, rule: StopRule): AfterRound {
  const bytes = writtenWhile(writer, done.bytes, bytesPerSecond, done.throttlePercent);
  const sentBytes = done.sentBytes + done.bytes;
  const throttled = throttleAfter(done, bytes, rule.throttle);
  const next: Round = { round: done.round + 1, bytes, sentBytes, ...throttled };
  return { next, stop: stopAfter(done, next, writer, bytesPerSecond, rule) };
}

function stopAfter(
  done: Round,
  next: Round,
  writer: Writer,
  bytesPerSecond: number,
  rule: StopRule,
): StopReason | null {
  const few = (bytes: number) => Math.ceil(bytes / PAGE) < rule.fewPages;
  if (next.bytes === 0 || few(rule.sendsFewLive ? done.bytes : next.bytes)) return 'few-pages';
  if (rule.downtimeMicros > 0 && next.bytes <= mulDiv(bytesPerSecond, rule.downtimeMicros, SECOND)) {
    return 'downtime';
  }
  if (rule.mostRounds > 0 && done.round >= rule.mostRounds) return 'most-rounds';
  return rule.mostTimesRam > 0 && next.sentBytes > rule.mostTimesRam * writer.ramBytes ? 'most-sent' : null;
}

function throttleAfter(
  done: Round,
  written: number,
  throttle: Throttle | null,
): Pick<Round, 'throttlePercent' | 'highRounds'> {
  const { throttlePercent, highRounds } = done;
  if (throttle === null || written * 100 <= done.bytes * throttle.triggerPercent) {
    return { throttlePercent, highRounds };
  }
  if (highRounds + 1 < throttle.rounds) return { throttlePercent, highRounds: highRounds + 1 };
  const raised = throttlePercent === 0 ? throttle.firstPercent : throttlePercent + throttle.morePercent;
  return { throttlePercent: Math.min(raised, throttle.mostPercent), highRounds: 0 };
}

/**
 * Whether the rounds would go on for ever: the downtime that is allowed cannot be met, because the working set takes
 * longer to send and is written at least as fast as it is sent, the throttle at its most.
 */
export function neverConverges(writer: Writer, bytesPerSecond: number, rule: StopRule): boolean {
  if (rule.downtimeMicros === 0 || rule.mostRounds > 0 || rule.mostTimesRam > 0) return false;
  const least = writer.dirtyBytesPerSecond * (100 - (rule.throttle?.mostPercent ?? 0));
  const allowed = mulDiv(bytesPerSecond, rule.downtimeMicros, SECOND);
  return least >= bytesPerSecond * 100 && Math.min(writer.workingSetBytes, writer.ramBytes) > allowed;
}
