// Memory that was promised more than once: what guests touched, against what there is. In the order of ESX (Waldspurger,
// OSDI'02, [M]): equal pages are merged, a balloon takes what a guest does not need, and the rest is swapped at once.
import { apportion, mulDiv } from '../engine/number';

/** One guest. Bytes, integers; balloon + merged <= touched, needed <= touched - balloon, merged <= needed. */
export interface Guest {
  /** Pages it has written to since it started: a host hears nothing of pages that a guest has freed. */
  readonly touchedBytes: number;
  /** What it uses now. */
  readonly neededBytes: number;
  /** What its balloon holds, and so the host has back. */
  readonly balloonBytes: number;
  /** What it shares with a copy that is counted at another guest. */
  readonly mergedBytes: number;
}

/** How a guest may be asked to give back. */
export interface Means {
  /** What its balloon takes in a second; 0 without a balloon. */
  readonly balloonBytesPerSecond: number;
  /** What it has in common with the guest that keeps the copy; 0 for that one. */
  readonly mergeableBytes: number;
}

/** The guest as its present use has it: a claim grows what it touched, and is taken out of the balloon first. */
export function used(before: Guest, neededBytes: number, mergeableBytes: number): Guest {
  const touchedBytes = Math.max(before.touchedBytes, neededBytes);
  return {
    touchedBytes,
    neededBytes,
    balloonBytes: Math.min(before.balloonBytes, touchedBytes - neededBytes),
    mergedBytes: Math.min(before.mergedBytes, mergeableBytes, neededBytes),
  };
}

/** What a guest wants of the host's memory: swapped or not. */
export function wantedBytes({ touchedBytes, balloonBytes, mergedBytes }: Guest): number {
  return touchedBytes - balloonBytes - mergedBytes;
}

/** How much more all guests want than there is; 0 when there is enough. */
export function shortage(guests: readonly Guest[], roomBytes: number): number {
  return Math.max(0, guests.reduce((sum, guest) => sum + wantedBytes(guest), 0) - roomBytes);
}

/** What a second does: the scanner merges, and balloons take as much as is short, each within its own speed. */
export function afterSecond(
  guests: readonly Guest[],
  means: readonly Means[],
  roomBytes: number,
  scannedBytes: number,
): Guest[] {
  const all = guests.reduce((sum, { neededBytes }) => sum + neededBytes, 0);
  const merged = guests.map((guest, index): Guest => {
    const most = Math.min(means[index]!.mergeableBytes, guest.neededBytes);
    const found = all === 0 ? 0 : mulDiv(most, Math.min(scannedBytes, all), all);
    return { ...guest, mergedBytes: Math.min(most, guest.mergedBytes + found) };
  });
  let short = shortage(merged, roomBytes);
  return merged.map((guest, index): Guest => {
    const idle = guest.touchedBytes - guest.neededBytes - guest.balloonBytes;
    const taken = Math.min(short, idle, means[index]!.balloonBytesPerSecond);
    short -= taken;
    return { ...guest, balloonBytes: guest.balloonBytes + taken };
  });
}

/** Whether another second could give anything back. */
export function canGive(
  guests: readonly Guest[],
  means: readonly Means[],
  roomBytes: number,
  scannedBytes: number,
): boolean {
  const short = shortage(guests, roomBytes) > 0;
  return guests.some(({ touchedBytes, neededBytes, balloonBytes, mergedBytes }, index) => {
    const { balloonBytesPerSecond, mergeableBytes } = means[index]!;
    const idle = touchedBytes - neededBytes - balloonBytes;
    if (short && idle > 0 && balloonBytesPerSecond > 0) return true;
    return scannedBytes > 0 && mergedBytes < Math.min(mergeableBytes, neededBytes);
  });
}

/** Bytes of each guest that are swapped out, of pages needed and not needed alike: the host knows no difference. */
export function swappedBytes(guests: readonly Guest[], roomBytes: number): number[] {
  return apportion(shortage(guests, roomBytes), guests.map(wantedBytes));
}

/**
 * Micro-cores that a guest can run at most while part of its memory is swapped: it goes on as fast as the swap device
 * brings pages back. Each core-second touches `touchPerSecond` bytes, of which swapped / touched are not there.
 */
export function coresWhileSwapped(
  touchedBytes: number,
  swappedByAll: number,
  swapPerSecond: number,
  touchPerSecond: number,
  core: number,
): number {
  if (swappedByAll === 0 || touchPerSecond === 0) return 0;
  const once = mulDiv(swapPerSecond, core, touchPerSecond);
  return Math.max(1, Math.min(mulDiv(once, touchedBytes, swappedByAll), 1024 * core));
}
