// A virtual machine: a reservation of memory, some virtual CPUs, and what its hypervisor does when it crashes.
import { GIBIBYTE } from '../../resources/units';

/** What a hypervisor does when a VM crashes or its guest's panic is noticed; `none`: nothing notices. */
export const ON_CRASH = ['none', 'destroy', 'restart'] as const;

/** Context of a VM. */
export interface VmContext {
  readonly start: string;
  readonly vcpus: number;
  /** The reservation, in bytes. */
  readonly memoryBytes: number;
  /** Virtual firmware, in milliseconds. */
  readonly firmwareMs: number;
  /** Share of CPU among the VMs of a hypervisor. */
  readonly weight: number;
  /** CPU it may use at most, in percent of one core; 0: as much as its virtual CPUs can. */
  readonly capPercent: number;
  readonly onCrash: string;
  readonly startAtBoot: boolean;
}

/**
 * Virtual firmware takes "about" 2 s (MODEL-FACTS.md section 8, [M]). A guest's panic is noticed only with a
 * panic device (same section, [S]): `none` stands for a VM without one. Weight and cap are Xen's defaults
 * (section 4, [R] xen/common/sched/credit.c, xl.cfg(5)).
 */
export const VM_DEFAULTS = {
  start: 'up',
  vcpus: 2,
  memoryBytes: 4 * GIBIBYTE,
  firmwareMs: 2_000,
  weight: 256,
  capPercent: 0,
  onCrash: 'none',
  startAtBoot: false,
} as const satisfies VmContext;
