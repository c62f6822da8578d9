// How fast virtual time runs: the chosen speed, eased down around every happening so that it is seen.
import { MS, type Micros } from '../sim';

/** Slowest and fastest speed, as multiples of the wall clock. */
const SLOWEST = 0.1;
const FASTEST = 100;

/** Wall milliseconds that the way to the next happening takes at least to lose a factor e of speed. */
const APPROACH = 200;
/** Wall milliseconds for which playback stays slow after a happening. */
const HOLD = 350;
/** Wall milliseconds in which it then gains a factor e of speed. */
const LEAVE = 200;
/** Wall milliseconds after a happening before one that nobody gave slows playback again: by then it is at full speed. */
const REST = 2000;

/** What the pace depends on. */
export interface Pace {
  /** Chosen speed. */
  readonly speed: number;
  /** Instant of the next happening that is known or due, or null. */
  readonly next: Micros | null;
  /** Wall milliseconds since the last happening was shown; Infinity when there was none. */
  readonly sinceLast: number;
}

/** Keeps a speed within what is offered; anything that is no number is 1. */
export function clampSpeed(speed: number): number {
  return Number.isNaN(speed) ? 1 : Math.min(FASTEST, Math.max(SLOWEST, speed));
}

/** Whether the last happening was shown long enough ago for any next one to slow playback. */
export function isRested(sinceLast: number): boolean {
  return sinceLast >= REST;
}

/** The speed at `head`: never above the chosen one, and at most real time while something happens. */
export function speedAt(head: Micros, { speed, next, sinceLast }: Pace): number {
  const slow = Math.min(speed, 1);
  const approaching = next === null ? speed : (next - head) / MS / APPROACH;
  const leaving = slow * Math.exp((sinceLast - HOLD) / LEAVE);
  return Math.min(speed, Math.max(slow, Math.min(approaching, leaving)));
}

/**
 * Where the head stands `wall` milliseconds later. It stops at the next happening and never goes beyond it,
 * so that each is shown at its own instant.
 */
export function headAfter(head: Micros, wall: number, pace: Pace): Micros {
  const step = Math.max(1, Math.round(wall * MS * speedAt(head, pace)));
  const target = head + step;
  return pace.next !== null && pace.next > head ? Math.min(target, pace.next) : target;
}
