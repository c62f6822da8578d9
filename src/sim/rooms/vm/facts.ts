// A virtual machine: a reservation of memory, some virtual CPUs, and what its hypervisor does when it crashes.
import { GIBIBYTE, MEBIBYTE } from '../../resources/units';
import type { Moving } from './moving';
import type { Resizing } from './resizing';

/** What a hypervisor does when a VM crashes or its guest's panic is noticed; `none`: nothing notices. */
export const ON_CRASH = ['none', 'destroy', 'restart'] as const;

/** Where the memory of a VM is that takes it only as it touches it: bytes, and the CPU that swapping leaves it. */
export interface TouchedMemory {
  readonly touchedBytes: number;
  readonly balloonBytes: number;
  readonly mergedBytes: number;
  readonly swappedBytes: number;
  /** Micro-cores; 0: it does not wait for swapped pages. */
  readonly swapCapMicro: number;
}

/** What a balloon has, and whether it is taking more of what its guest does not need. */
export interface Balloon {
  readonly balloonBytes: number;
  readonly ballooning: boolean;
}

/** A balloon that takes nothing. */
export const STILL_BALLOON: Pick<Balloon, 'ballooning'> = { ballooning: false };

/** A VM that holds nothing. */
export const NOTHING_TOUCHED: TouchedMemory = {
  touchedBytes: 0,
  balloonBytes: 0,
  mergedBytes: 0,
  swappedBytes: 0,
  swapCapMicro: 0,
};

/** A VM whose size was never changed. */
export const RESIZING_AT_FIRST: Resizing = { targetBytes: 0, resizeMs: 0 };

/** Memory that is written to a disk or read back, while the VM stands still. */
export interface Standstill {
  readonly stillMs: number;
  /** The boxes in it that go on when their memory is read back, separated by spaces. */
  readonly ran: string;
}

/** A VM whose memory was never written to a disk. */
export const STILL_AT_FIRST: Standstill = { stillMs: 0, ran: '' };

/** Context of a VM. */
export interface VmContext extends TouchedMemory, Balloon, Moving, Resizing, Standstill {
  readonly start: string;
  readonly vcpus: number;
  /** The reservation, in bytes. */
  readonly memoryBytes: number;
  /** Up to here memory may be added while it runs, in bytes; 0: its guest or its settings allow none. */
  readonly maxMemoryBytes: number;
  /** Virtual firmware, in milliseconds. */
  readonly firmwareMs: number;
  /** Share of CPU among the VMs of a hypervisor. */
  readonly weight: number;
  /** CPU it may use at most, in percent of one core; 0: as much as its virtual CPUs can. */
  readonly capPercent: number;
  /** Whether a balloon driver in the guest gives back what the guest does not need, and how fast. */
  readonly balloon: boolean;
  readonly balloonBytesPerSecond: number;
  /** What it was installed from: VMs of one image have so many bytes in common. */
  readonly image: string | null;
  readonly imageBytes: number;
  /** Memory that its programs touch in a second of one core: what swapping makes them wait for. */
  readonly touchBytesPerSecond: number;
  /** What its programs write in a second while they run, and what they write to again and again. */
  readonly dirtyBytesPerSecond: number;
  readonly workingSetBytes: number;
  /** It is the domain that manages the machine (dom0, the root partition), not a guest. */
  readonly manages: boolean;
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
  maxMemoryBytes: 0,
  firmwareMs: 2_000,
  weight: 256,
  capPercent: 0,
  balloon: true,
  balloonBytesPerSecond: 256 * MEBIBYTE,
  image: null as string | null,
  imageBytes: 0,
  touchBytesPerSecond: 256 * MEBIBYTE,
  dirtyBytesPerSecond: 16 * MEBIBYTE,
  workingSetBytes: 256 * MEBIBYTE,
  manages: false,
  onCrash: 'none',
  startAtBoot: false,
} as const satisfies Omit<VmContext, keyof (TouchedMemory & Balloon & Moving & Resizing & Standstill)>;
