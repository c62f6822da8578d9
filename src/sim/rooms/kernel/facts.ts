// A kernel with the services of its operating system: on a host, or as a guest in a VM.
import { MEBIBYTE } from '../../resources/units';

/** Context of a kernel. */
export interface KernelContext {
  readonly start: string;
  readonly os: string;
  /** Kernel and services together, in bytes. */
  readonly memoryBytes: number;
  /** What of that the services take, in bytes; 0: the two are not told apart. */
  readonly servicesBytes: number;
  /** The id of its root file system, where a world has files. */
  readonly root: string | null;
  /** From boot loader to the first service, in milliseconds. */
  readonly bootMs: number;
  /** From the press of the button until its services have ended and the machine is off, in milliseconds. */
  readonly stopMs: number;
  /** Linux's `panic=`: seconds after a panic until it restarts its machine; 0: it stays stopped for ever. */
  readonly rebootOnPanicSeconds: number;
}

/**
 * An idle Linux server: kernel about 0.1 GiB and services about 0.2 GiB, about 20 s to boot (MODEL-FACTS.md section 8,
 * [M]). That it shuts down within 5 s is assumed, for an idle server without a desktop: no measured source was found for
 * one. Measured by stop-watch were desktops on disks of their time, and all took longer, all [S]: Gentoo 8 s,
 * Fedora 18 11 s, Ubuntu 12.10 12 s, Windows 7 22 s (1212vorpalblade.com, 2012); Debian 5 7.7 s, Ubuntu 9.04 12.9 s
 * (cafejack.blogspot.com, 2009); Windows 7 6 s (softwaretipsandtricks.com). The longest is bounded: systemd waits 90 s for
 * a service that does not end (DefaultTimeoutStopSec, systemd-system.conf(5), [S]). `panic=0` is the kernel's own default
 * (same section, [S]).
 */
export const KERNEL_DEFAULTS = {
  start: 'up',
  os: 'linux',
  memoryBytes: 307 * MEBIBYTE,
  servicesBytes: 0,
  bootMs: 20_000,
  stopMs: 5_000,
  root: null as string | null,
  rebootOnPanicSeconds: 0,
} as const satisfies KernelContext;
