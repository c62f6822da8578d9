// What a process sees of the machine that it runs on, and what of that the host sees: one pure function of the world.
import { MINUTE, type Micros } from '../../engine/time';
import type { EntityId } from '../../engine/fact';
import type { Entity, WorldView } from '../../engine/view';
import { VERSIONS } from '../../versions';
import { containerOf, namespacesOf, type Namespace } from './names';
import { hostList, listSeenBy, type Listed } from './processList';

/** What is seen from one place, inside or outside. */
export interface Sight {
  readonly processes: readonly Listed[];
  readonly hostname: string;
  readonly interfaces: readonly string[];
  readonly mounts: readonly string[];
  /** Names of the programs whose shared memory is listed. */
  readonly sharedMemory: readonly string[];
  /** The user id that its root has there. */
  readonly rootUid: number;
  readonly cgroup: string;
  /** What the clock of time since boot shows. */
  readonly uptime: Micros;
  /** No namespace hides these: they are the kernel's own. */
  readonly shared: Shared;
}

/** What is the same inside and outside, whatever namespaces there are. */
export interface Shared {
  readonly kernel: string;
  /** `/proc/meminfo`. */
  readonly memoryBytes: number;
  /** `/proc/loadavg`, in micro-cores: what a limit holds back does not count (kernel/sched/fair.c, throttle_cfs_rq). */
  readonly loadMicro: number;
  /** The clock on the wall. */
  readonly clock: Micros;
}

/** Both sides of one process. */
export interface Seen {
  readonly own: readonly Namespace[];
  readonly inside: Sight;
  readonly outside: Sight;
}

/** The first user id that a user namespace is mapped to: the usual first line of /etc/subuid ([M]). */
const MAPPED_ROOT = 100_000;

function machineUnder(box: Entity, view: WorldView): Entity {
  const floor = view.get(box.standsOn ?? '');
  return floor === undefined ? box : machineUnder(floor, view);
}

function kernelUnder(box: Entity, view: WorldView): Entity | undefined {
  const floor = view.get(box.standsOn ?? '');
  return floor === undefined || floor.kind === 'kernel' ? floor : kernelUnder(floor, view);
}

/** What programs want to run: those that their limit stops are not in the queue meanwhile. */
function queued(box: Entity, view: WorldView): number {
  const above = box.holds.flatMap((id) => view.get(id) ?? []);
  const all = above.length > 0 ? above.reduce((sum, each) => sum + queued(each, view), 0) : box.cpu.wanted;
  const limit = box.kind === 'vm' ? 0 : Number(box.context['cpuLimitMicro'] ?? 0);
  return limit > 0 ? Math.min(all, limit) : all;
}

/** What the kernel shows everybody. */
function sharedOn(kernel: Entity, view: WorldView): Shared {
  const machine = view.get(kernel.standsOn ?? '') ?? kernel;
  return {
    kernel: `Linux ${VERSIONS.Linux}`,
    memoryBytes: machine.memory.size ?? 0,
    loadMicro: queued(kernel, view),
    clock: view.at,
  };
}

/** A process with a namespace of its own is not among those whose shared memory others see. */
function sharedMemory(kernel: Entity, view: WorldView): readonly string[] {
  return hostList(kernel, view).flatMap(({ id, name }) => {
    const box = id === null ? undefined : view.get(id);
    return box?.kind === 'process' && !namespacesOf(box, view).includes('ipc') ? [name] : [];
  });
}

function outsideOf(process: Entity, kernel: Entity, view: WorldView): Sight {
  const container = containerOf(process, view);
  const isMapped = namespacesOf(process, view).includes('user');
  const daemon = kernel.holds.some((id) => view.get(id)?.kind === 'runtime');
  return {
    processes: hostList(kernel, view),
    hostname: machineUnder(kernel, view).name,
    interfaces: daemon ? ['lo', 'eth0', 'docker0'] : ['lo', 'eth0'],
    mounts: ['/', '/home', '/var'],
    sharedMemory: sharedMemory(kernel, view),
    rootUid: isMapped ? MAPPED_ROOT : 0,
    cgroup: container === undefined ? `/system.slice/${process.name}` : `/system.slice/${container.name}`,
    uptime: view.at + kernelUp(kernel),
    shared: sharedOn(kernel, view),
  };
}

/** A kernel that was up when the run began has been so for a while. */
const UP_BEFORE: Micros = 40 * MINUTE;

function kernelUp(kernel: Entity): Micros {
  return kernel.since === 0 ? UP_BEFORE : -kernel.since;
}

/** What each namespace puts in the place of what the host sees. */
const OWN: Readonly<Record<Namespace, (process: Entity, kernel: Entity, view: WorldView) => Partial<Sight>>> =
  {
    pid: (process, kernel, view) => ({ processes: listSeenBy(process, kernel, view) }),
    // A new one has only its loopback; a runtime puts one end of a pair of interfaces into it.
    network: (process, _kernel, view) => ({
      interfaces: containerOf(process, view) === undefined ? ['lo'] : ['lo', 'eth0'],
    }),
    mount: () => ({ mounts: ['/'] }),
    ipc: (process) => ({ sharedMemory: [String(process.context['service'] ?? process.name)] }),
    uts: (process, _kernel, view) => ({ hostname: (containerOf(process, view) ?? process).name }),
    user: () => ({ rootUid: 0 }),
    cgroup: () => ({ cgroup: '/' }),
    time: (process, _kernel, view) => ({ uptime: view.at - process.since }),
  };

/** What a process sees and what its host sees of it; null for what is no running process on a kernel. */
export function seenFrom(id: EntityId, view: WorldView): Seen | null {
  const process = view.get(id);
  const kernel = process && kernelUnder(process, view);
  if (process?.kind !== 'process' || kernel === undefined || !process.tags.includes('up')) return null;
  const own = namespacesOf(process, view);
  const outside = outsideOf(process, kernel, view);
  const inside = own.reduce<Sight>(
    (sight, namespace) => ({ ...sight, ...OWN[namespace](process, kernel, view) }),
    { ...outside, rootUid: 0 },
  );
  return { own, inside, outside };
}
