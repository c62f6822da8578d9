// A monitor: the program that stays as the parent of one container when whoever started it has left.
import { MEBIBYTE } from '../../resources/units';

/** What becomes of a container when its monitor is killed. */
export type Fate = 'killed' | 'cleaned-up' | 'goes-on';

/** What stays with a container, by product. */
export interface MonitorProduct {
  /** Name of the program in a process list. */
  readonly program: string;
  readonly fate: Fate;
  /** Whether a container of it is started without any daemon. */
  readonly daemonless: boolean;
}

/**
 * shim: containerd finds out and kills what is left, at once or when it starts again (containerd pull request 3206,
 * moby issue 43491). lxc: `lxc.monitor.signal.pdeath` is SIGKILL ([M] lxc.container.conf). conmon: the container is
 * orphaned and left running (cri-o pull request 3022). rkt: no daemon, systemd-nspawn of its stage 1 is the parent
 * (rkt Documentation/devel/architecture.md); that what is in it ends with it, [M].
 */
export const MONITOR_PRODUCTS: Readonly<Record<string, MonitorProduct>> = {
  shim: { program: 'containerd-shim-runc-v2', fate: 'cleaned-up', daemonless: false },
  conmon: { program: 'conmon', fate: 'goes-on', daemonless: false },
  lxc: { program: '[lxc monitor]', fate: 'killed', daemonless: true },
  rkt: { program: 'systemd-nspawn', fate: 'killed', daemonless: true },
};

/** Context of a monitor. */
export interface MonitorContext {
  readonly start: string;
  /** A key of `MONITOR_PRODUCTS`. */
  readonly product: string;
  /** The id of its container. */
  readonly of: string;
  /** The id of the container that would end with it now, or null. */
  readonly takes: string | null;
  readonly memoryBytes: number;
  /** Never: it comes with its container, whoever starts that. */
  readonly startAtBoot: false;
}

/** One shim: about 10 MiB (MODEL-FACTS.md section 8, [M]); the others are taken for no larger. */
export const MONITOR_DEFAULTS = {
  start: 'up',
  product: 'shim',
  of: '',
  memoryBytes: 10 * MEBIBYTE,
} as const;
