// A moment is about the boxes that its sentence names: the same fact about another box does not make it.
import { describe, expect, it } from 'vitest';
import { scenario } from '../../lessons/04-snapshot-roll-back-clone-move/scenario';
import { createRun, SECOND, type Command } from '../../src/sim';

/** Moments that come when these commands are given, one a second, from second 20. */
function momentsOf(world: string, until: number, ...commands: Command[]): string[] {
  const run = createRun({ id: world, seed: scenario.seed, world: scenario.worlds[world]! });
  commands.forEach((command, at) => {
    run.seek((20 + at) * SECOND);
    expect(run.do(command)).toMatchObject({ done: true });
  });
  run.seek(until * SECOND);
  const facts = run.facts.slice(0);
  return scenario.moments
    .filter((moment) => facts.some((fact) => moment.when(fact, facts)))
    .map(({ id }) => id);
}

const move = (vm: string, to: string): Command => ({
  name: 'migrate-vm',
  target: vm,
  args: { to, mode: 'post-copy' },
});

describe('the moments of lesson 4', () => {
  it('tell of VM 2 in two places when that moves from host-a to host-b, and of no other move', () => {
    expect(momentsOf('two-hosts', 200, move('vm/vm-2', 'hypervisor/hypervisor-b'))).toEqual([
      'in-two-places',
    ]);
    expect(momentsOf('two-hosts', 200, move('vm/vm-1', 'hypervisor/hypervisor-b'))).toEqual([]);
  });

  it('tell of the disk under VM 1, and of no other disk', () => {
    const breaks = (target: string): Command => ({ name: 'break-disk', target });
    expect(momentsOf('two-disks', 60, breaks('disk/ssd'))).toEqual(['disk-breaks']);
    expect(momentsOf('two-disks', 60, breaks('disk/old'))).toEqual([]);
  });
});
