// Pages of memory, and how many of them a scanner looks at.
import { mulDiv } from '../engine/number';

/** Bytes in a page. */
export const PAGE = 4096;

/** Bytes that ksmd looks at in a second (Linux Documentation/admin-guide/mm/ksm.rst: pages_to_scan, sleep_millisecs). */
export function scannedPerSecond(pagesToScan: number, sleepMs: number): number {
  return sleepMs === 0 ? 0 : mulDiv(pagesToScan * PAGE, 1000, sleepMs);
}
