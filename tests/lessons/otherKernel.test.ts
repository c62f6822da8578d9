// What lesson 2 says of the cart on Linux is about the panic of Windows, not about what somebody breaks afterwards.
import { expect, it } from 'vitest';
import { checks } from '../../lessons/02-many-computers-in-one/checks';
import { scenario } from '../../lessons/02-many-computers-in-one/scenario';
import { playedOf } from '../../src/lesson/player';
import { createRun, SECOND } from '../../src/sim';

/** Which options hold after the VMs were started and kernels panicked, at seconds of the run. */
function holding(panics: readonly (readonly [at: number, kernel: string])[]): string[] {
  const run = createRun({ id: 'two-oses', seed: 1, world: scenario.worlds['two-oses']! });
  run.seek(2 * SECOND);
  for (const vm of ['vm/vm-1', 'vm/vm-2']) run.do({ name: 'start-vm', target: vm });
  for (const [at, kernel] of panics) {
    run.seek(at * SECOND);
    run.do({ name: 'panic-kernel', target: kernel });
  }
  run.seek(100 * SECOND);
  const played = playedOf(run);
  return Object.entries(checks.predictions['other-os'] ?? {}).flatMap(([id, holds]) =>
    holds(played) ? [id] : [],
  );
}

it('goes on when Windows panics', () => {
  expect(holding([[70, 'kernel/vm-1']])).toEqual(['goes-on']);
});

it('went on, though its own kernel panics later', () => {
  expect(
    holding([
      [70, 'kernel/vm-1'],
      [80, 'kernel/vm-2'],
    ]),
  ).toEqual(['goes-on']);
});
