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
  /** From power-on until something is booted, in milliseconds. */
  readonly firmwareMs: number;
}

/** A server of moderate size; firmware takes "about" 3 minutes (MODEL-FACTS.md section 8, [S]), 10 Gbit/s. */
export const HOST_DEFAULTS = {
  start: 'up',
  cores: 8,
  cpu: 'x86-64-v3',
  networkBytesPerSecond: 1_250_000_000,
  memoryBytes: 32 * GIBIBYTE,
  admits: null as string | null,
  firmwareMs: 180_000,
} as const satisfies HostContext;
