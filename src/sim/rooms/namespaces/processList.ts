// The list of processes of a kernel, and what is left of it in a pid namespace: the same programs under other numbers.
import type { EntityId } from '../../engine/fact';
import type { Entity, WorldView } from '../../engine/view';
import { MONITOR_PRODUCTS } from '../monitor/facts';
import { containerOf, namespacesOf } from './names';

/** One line of a process list. */
export interface Listed {
  readonly pid: number;
  /** The program. */
  readonly name: string;
  /** The box that it is; null for what is part of another box: the service manager, containerd or a shim of Docker. */
  readonly id: EntityId | null;
}

/** The first process of every kernel. */
const SERVICE_MANAGER: Listed = { pid: 1, name: 'systemd', id: null };

const FIRST_PID = 212;
const PIDS_APART = 17;
/** From dockerd to the containerd that is part of its box. */
const AFTER_DOCKERD = 5;
const SHIM = MONITOR_PRODUCTS['shim']!.program;

/**
 * The number of a program on its host: Linux gives numbers in order, so a program that is started again has a new and
 * higher one (kernel/pid.c, alloc_pid: idr_alloc_cyclic). A monitor has the place of its container, which is no program: it is there before what it starts.
 */
function hostPid(box: Entity, view: WorldView): number {
  const id = box.kind === 'monitor' ? String(box.context['of']) : box.id;
  return FIRST_PID + PIDS_APART * view.orderOf(view.get(id) === undefined ? box.id : id);
}

/** Where containerd and the shims are no boxes of their own, they are part of Docker's, and programs all the same. */
function partsOfDocker(kernel: Entity, view: WorldView): readonly Listed[] {
  const beside = kernel.holds.flatMap((id) => view.get(id) ?? []);
  const daemons = beside.filter(({ kind }) => kind === 'runtime');
  const [dockerd] = daemons;
  if (daemons.length !== 1 || dockerd?.context['product'] !== 'docker') return [];
  const watched = beside.map(({ kind, context }) => (kind === 'monitor' ? context['of'] : null));
  const shims = beside.filter(
    ({ id, kind, tags }) => kind === 'container' && tags.includes('up') && !watched.includes(id),
  );
  const made = FIRST_PID + PIDS_APART * view.entities.indexOf(dockerd);
  return [
    { pid: made + AFTER_DOCKERD, name: 'containerd', id: null },
    ...shims.map((container) => ({ pid: hostPid(container, view), name: SHIM, id: null })),
  ];
}

/** Daemons by product, as a process list names them. */
const DAEMONS: Readonly<Record<string, string>> = { docker: 'dockerd', 'cri-o': 'crio' };

/** Names of programs; a VM is a program where its hypervisor is one. */
function programOf(box: Entity): string {
  const product = String(box.context['product']);
  if (box.kind === 'runtime') return DAEMONS[product] ?? product;
  if (box.kind === 'monitor') return MONITOR_PRODUCTS[product]?.program ?? product;
  if (box.kind === 'vm') return 'qemu';
  return String(box.context['service'] ?? box.name);
}

const PROGRAMS: readonly string[] = ['process', 'runtime', 'monitor', 'vm'];

/** What runs on a kernel, in containers too; what is in a VM is a program of the VM's own kernel. */
function programsOn(kernel: Entity, view: WorldView): readonly Entity[] {
  const above = kernel.holds.flatMap((id) => view.get(id) ?? []);
  return above.flatMap((box) => {
    if (!PROGRAMS.includes(box.kind)) return programsOn(box, view);
    return box.tags.includes('up') || box.tags.includes('starting') ? [box] : [];
  });
}

/** What `ps` lists on a kernel, by number: in the order in which the programs were started. */
export function hostList(kernel: Entity, view: WorldView): readonly Listed[] {
  const programs = programsOn(kernel, view).map((box) => ({
    pid: hostPid(box, view),
    name: programOf(box),
    id: box.id,
  }));
  const all = [...programs, ...partsOfDocker(kernel, view)];
  return [SERVICE_MANAGER, ...all.sort((one, other) => one.pid - other.pid)];
}

/** What `ps` lists for a process: with a pid namespace of its own only those that share it, counted from 1. */
export function listSeenBy(process: Entity, kernel: Entity, view: WorldView): readonly Listed[] {
  const whole = hostList(kernel, view);
  if (!namespacesOf(process, view).includes('pid')) return whole;
  const container = containerOf(process, view);
  const inside = container === undefined ? [process.id] : container.holds;
  return whole
    .filter(({ id }) => id !== null && inside.includes(id))
    .map((listed, index) => ({ ...listed, pid: index + 1 }));
}
