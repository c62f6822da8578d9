// The namespaces of Linux, and who has which of his own.
import type { Entity, WorldView } from '../../engine/view';

/** In the order in which the OCI runtime specification lists them (config-linux.md@6999a89). */
export const NAMESPACES = ['pid', 'network', 'mount', 'ipc', 'uts', 'user', 'cgroup', 'time'] as const;

/** One of them. */
export type Namespace = (typeof NAMESPACES)[number];

/**
 * What a runtime gives a container unless it is told otherwise: neither users nor time of its own (Docker without
 * userns-remap, cgroup v2: [M] moby daemon/config; LXC as root: [M] lxc.container.conf).
 */
const OF_A_CONTAINER: readonly Namespace[] = ['pid', 'network', 'mount', 'ipc', 'uts', 'cgroup'];

/** The namespaces that a text names, in the usual order: `pid mount`. */
export function namespacesIn(text: string): readonly Namespace[] {
  const named = text.split(' ');
  return NAMESPACES.filter((namespace) => named.includes(namespace));
}

/** The container that a process is in, if it is in one. */
export function containerOf(process: Entity, view: WorldView): Entity | undefined {
  const floor = view.get(process.standsOn ?? '');
  return floor?.kind === 'container' ? floor : undefined;
}

/** The namespaces that a process has apart from those of its kernel's other processes. */
export function namespacesOf(process: Entity, view: WorldView): readonly Namespace[] {
  if (containerOf(process, view) !== undefined) return OF_A_CONTAINER;
  const own = view.namespacesOf(process.id);
  return NAMESPACES.filter((namespace) => own.includes(namespace));
}
