// Which commands the tasks of a lesson offer: all of a name, or those on one box or with one argument. Pure.
import type { Command } from '../sim';

/**
 * Whether what tasks offer has a command of a name, or this very one: `panic-kernel` offers all of them,
 * `panic-kernel:kernel/vm-1` those on that box or with that argument.
 */
export function isOffered(offered: readonly string[], name: string, command?: Command): boolean {
  const asked = command && [command.target, ...Object.values(command.args ?? {})];
  return offered.some((entry) => {
    const [of, only] = entry.split(':');
    return of === name && (!only || !asked || asked.includes(only));
  });
}
