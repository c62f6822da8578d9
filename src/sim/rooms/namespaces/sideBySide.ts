// The two lists of processes of one box side by side: what is seen in its pid namespace, and what on its machine.
import type { Entity, WorldView } from '../../engine/view';
import type { Listed } from './processList';
import { namespacesOf } from './names';
import { seenFrom } from './seen';

/** Lines of the machine's list that are shown; the box's own are always among them. */
const MOST = 12;

/** One line, as its machine and as the box itself number it. */
export interface SideBySide {
  /** The name of the machine. */
  readonly machine: string;
  readonly inside: readonly Listed[];
  readonly outside: readonly (Listed & { readonly isInside: boolean })[];
  /** Lines of the machine's list that are left out. */
  readonly more: number;
}

/** The lists of a container, or of a process with a list of its own; null for others and for what does not run. */
export function listsOf(box: Entity, view: WorldView): SideBySide | null {
  const process = box.kind === 'container' ? view.get(box.holds[0] ?? '') : box;
  const seen = process?.kind === 'process' ? seenFrom(process.id, view) : null;
  if (!process || !seen || !namespacesOf(process, view).includes('pid')) return null;
  const { inside, outside } = seen;
  const lines = outside.processes.map((line) => ({
    ...line,
    isInside: inside.processes.some(({ id }) => id === line.id),
  }));
  const room = MOST - inside.processes.length;
  const others = lines.filter(({ isInside }) => !isInside).slice(0, room);
  const shown = lines.filter((line) => line.isInside || others.includes(line));
  return {
    machine: outside.hostname,
    inside: inside.processes,
    outside: shown,
    more: lines.length - shown.length,
  };
}
