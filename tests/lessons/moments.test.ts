// A moment is about the boxes that its sentence names: the same fact about another box does not make it.
import { describe, expect, it } from 'vitest';
import { scenario } from '../../lessons/04-snapshot-roll-back-clone-move/scenario';
import { createRun, MEBIBYTE, SECOND, type Command } from '../../src/sim';

/** Moments that come when these commands are given, one every 20 seconds. */
function momentsOf(world: string, until: number, ...commands: Command[]): string[] {
  const run = createRun({ id: world, seed: scenario.seed, world: scenario.worlds[world]! });
  commands.forEach((command, at) => {
    run.seek(20 * (1 + at) * SECOND);
    expect(run.do(command)).toMatchObject({ done: true });
  });
  run.seek(until * SECOND);
  const facts = run.facts.slice(0);
  return scenario.moments
    .filter((moment) => facts.some((fact) => moment.when(fact, facts)))
    .map(({ id }) => id);
}

const move = (vm: string, to: string, mode = 'post-copy'): Command => ({
  name: 'migrate-vm',
  target: vm,
  args: { to, mode },
});

describe('the moments of lesson 4', () => {
  it('tell of VM 2 in two places when that moves from host-a to host-b, and of no other move', () => {
    expect(momentsOf('two-hosts', 200, move('vm/vm-2', 'hypervisor/hypervisor-b'))).toEqual([
      'in-two-places',
    ]);
    expect(momentsOf('two-hosts', 200, move('vm/vm-1', 'hypervisor/hypervisor-b'))).toEqual([]);
    const toTheOther: Command[] = [
      { name: 'stop-vm', target: 'vm/vm-2' },
      { name: 'move-vm', target: 'vm/vm-2', args: { to: 'hypervisor/hypervisor-b' } },
      { name: 'start-vm', target: 'vm/vm-2' },
    ];
    const back = move('vm/vm-2', 'hypervisor/hypervisor-a');
    expect(momentsOf('two-hosts', 200, ...toTheOther, back)).toEqual([]);
  });

  it('tell of VM 2 that it would never arrive, and of no other VM', () => {
    const to = 'hypervisor/hypervisor-b';
    expect(momentsOf('two-hosts', 200, move('vm/vm-2', to, 'pre-copy'))).toEqual(['too-busy']);
    const busier: Command = { name: 'set-dirty-rate', target: 'vm/vm-1', args: { bytes: 256 * MEBIBYTE } };
    expect(momentsOf('two-hosts', 200, busier, move('vm/vm-1', to, 'pre-copy'))).toEqual([]);
  });

  it('tell of the disk under VM 1, and of no other disk', () => {
    const breaks = (target: string): Command => ({ name: 'break-disk', target });
    expect(momentsOf('two-disks', 60, breaks('disk/ssd'))).toEqual(['disk-breaks']);
    expect(momentsOf('two-disks', 60, breaks('disk/ssd-2'))).toEqual([]);
  });
});
