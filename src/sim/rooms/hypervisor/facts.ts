// A hypervisor: the software under virtual machines. Type 1 stands on the host, type 2 on a kernel.
import { GIBIBYTE } from '../../resources/units';

/** Context of a hypervisor. */
export interface HypervisorContext {
  readonly start: string;
  readonly type: number;
  readonly product: string;
  /** Its own memory with its management domain, in bytes. */
  readonly memoryBytes: number;
  readonly bootMs: number;
  /** Seconds after a crash until it restarts its host; 0: it stays down. Type 1 only. */
  readonly restartSeconds: number;
  /** Whether the service manager starts it at boot. Type 2 only. */
  readonly startAtBoot: boolean;
}

/** Xen with a small dom0: about 1 GiB, about 30 s to boot (MODEL-FACTS.md section 8, [M]). */
export const HYPERVISOR_DEFAULTS = {
  start: 'up',
  type: 1,
  product: 'xen',
  memoryBytes: GIBIBYTE,
  bootMs: 30_000,
  restartSeconds: 0,
  startAtBoot: false,
} as const satisfies HypervisorContext;
