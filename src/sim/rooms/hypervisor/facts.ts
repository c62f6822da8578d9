// A hypervisor: the software under virtual machines. Type 1 stands on the host, type 2 on a kernel.
import { GIBIBYTE, MEBIBYTE } from '../../resources/units';

/** Context of a hypervisor. */
export interface HypervisorContext {
  readonly start: string;
  readonly type: number;
  readonly product: string;
  /** Its box is called by its product: what manages it is drawn apart, or there is nothing like that. */
  readonly named: boolean;
  /** Its own memory with its management domain, in bytes. */
  readonly memoryBytes: number;
  readonly bootMs: number;
  /** Whether it promises memory that it does not have: VMs take it only as they touch it. */
  readonly overcommit: boolean;
  /** Linux's ksmd: pages it looks at, and how long it sleeps after that; 0 pages: it does not run. */
  readonly pagesToScan: number;
  readonly scanSleepMs: number;
  /** Room for pages of VMs on its swap device, and how fast that brings them back. */
  readonly swapBytes: number;
  readonly swapBytesPerSecond: number;
  /** Seconds after a crash until it restarts its host; 0: it stays down. Type 1 only. */
  readonly restartSeconds: number;
  /** Whether the service manager starts it at boot. Type 2 only. */
  readonly startAtBoot: boolean;
}

/**
 * Xen with a small dom0: about 1 GiB, about 30 s to boot (MODEL-FACTS.md section 8, [M]). ksmd does not run until it
 * is switched on, and sleeps 20 ms (section 4, [R] Documentation/admin-guide/mm/ksm.rst). The swap device is the
 * scenario's choice.
 */
export const HYPERVISOR_DEFAULTS = {
  start: 'up',
  type: 1,
  product: 'xen',
  named: false,
  memoryBytes: GIBIBYTE,
  bootMs: 30_000,
  overcommit: false,
  pagesToScan: 0,
  scanSleepMs: 20,
  swapBytes: 0,
  swapBytesPerSecond: 200 * MEBIBYTE,
  restartSeconds: 0,
  startAtBoot: false,
} as const satisfies HypervisorContext;
