// When each hypervisor ends the copying of a running guest's memory, and what it does about one that writes too fast.
import { MEBIBYTE } from './units';

/** How a hypervisor slows a guest down that writes faster than it can send (QEMU's auto-converge). Percent. */
export interface Throttle {
  /** A round counts against the guest when more than this part of what it sent was written meanwhile. */
  readonly triggerPercent: number;
  /** So many such rounds, one after the other or not, raise the throttle. */
  readonly rounds: number;
  readonly firstPercent: number;
  readonly morePercent: number;
  readonly mostPercent: number;
}

/** When to pause the guest and send the rest; 0 or null where a hypervisor does not ask. */
export interface StopRule {
  /** Rounds beside the running guest, at most. */
  readonly mostRounds: number;
  /** Fewer written pages than this are few. */
  readonly fewPages: number;
  /** Few pages are sent once more before the guest is paused, as Xen does. */
  readonly sendsFewLive: boolean;
  /** How long the guest may be paused: what is left must go in that time. Microseconds. */
  readonly downtimeMicros: number;
  /** It stops when it has sent more than this many times the guest's memory. */
  readonly mostTimesRam: number;
  /** What it sends at most, in bytes a second. */
  readonly mostBytesPerSecond: number;
  readonly throttle: Throttle | null;
}

const ASKS_NOTHING: StopRule = {
  mostRounds: 0,
  fewPages: 0,
  sendsFewLive: false,
  downtimeMicros: 0,
  mostTimesRam: 0,
  mostBytesPerSecond: 0,
  throttle: null,
};

/** Xen: fewer than 50 pages or 5 rounds. xen-project/xen tools/libs/guest/xg_sr_save.c@0385119, simple_precopy_policy. */
export const XEN: StopRule = { ...ASKS_NOTHING, mostRounds: 5, fewPages: 50, sendsFewLive: true };

/** QEMU: what is left goes in 300 ms; it sends 128 MiB/s at most. qemu migration/options.c@0058078. */
export const QEMU: StopRule = {
  ...ASKS_NOTHING,
  downtimeMicros: 300_000,
  mostBytesPerSecond: 128 * MEBIBYTE,
};

/** QEMU with auto-converge: 20 %, then 10 % more, up to 99 % (same file); the trigger is 50 %, twice (qemu migration/ram.c). */
export const QEMU_AUTO_CONVERGE: StopRule = {
  ...QEMU,
  throttle: { triggerPercent: 50, rounds: 2, firstPercent: 20, morePercent: 10, mostPercent: 99 },
};
