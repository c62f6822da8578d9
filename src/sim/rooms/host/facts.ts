// A host: one physical computer, with its memory, its cores and its plug.
import { GIBIBYTE } from '../../resources/units';

/** Context of a host. */
export interface HostContext {
  /** `up` or `off` when the scenario starts. */
  readonly start: string;
  readonly cores: number;
  /** The type of its CPU: what a guest finds when it boots. */
  readonly cpu: string;
  /** What its network card gives, in bytes a second. */
  readonly networkBytesPerSecond: number;
  /** RAM, in bytes. */
  readonly memoryBytes: number;
  /** A firewall before it: ids of the hosts that it lets in, separated by spaces; null: there is none. */
  readonly admits: string | null;
  /** What it draws from the wall with all its cores idle, and with all of them busy, in watts. */
  readonly idleWatts: number;
  readonly busyWatts: number;
  /** From power-on until something is booted, in milliseconds. */
  readonly firmwareMs: number;
}

/**
 * What a host draws when its cores are busy to this part of 1, in watts: in a straight line from idle to busy, as
 * estimates of energy use do it (cloud-carbon-footprint, core/src/compute/ComputeEstimator.ts, [R]); one server
 * that was measured is within 2.5 % of it (SPECpower_ssj2008 of a Sun Netra X4250, blogs.sun.com/bmseer, May 2009, [R]).
 */
export const wattsOf = (idleWatts: number, busyWatts: number, busy: number): number =>
  Math.round(idleWatts + busy * (busyWatts - idleWatts));

/**
 * One server as SPECpower_ssj2008 measured it, idle and at 100 %: J. Lamb, The Greening of IT (2009), page 111 on figure
 * 7.2, [S]. Another, an IBM x3550 M4, drew about 140 W idle (ZHAW's ICCLab, 2014, [R]).
 */
const POWER = { idleWatts: 143, busyWatts: 244 } as const;

/** A server of moderate size; firmware takes "about" 3 minutes (MODEL-FACTS.md section 8, [S]), 10 Gbit/s. */
export const HOST_DEFAULTS = {
  start: 'up',
  cores: 8,
  cpu: 'x86-64-v3',
  networkBytesPerSecond: 1_250_000_000,
  memoryBytes: 32 * GIBIBYTE,
  admits: null as string | null,
  firmwareMs: 180_000,
  ...POWER,
} as const satisfies HostContext;
