// What still keeps the copies of step 4 down: the first fault that nobody picks up, in words for the learner.
import type { Played } from '../../src/lesson/format';
import { copiesOn, firstFact, is, servedAgain } from '../../src/lesson/reading';
import type { EntityId, WorldView } from '../../src/sim';

const LATER = 'Let the run go on: something is still on its way back.';

/** A box that is on its way up, or waits for its picker at a known time. */
function isComing(world: WorldView, id: EntityId): boolean {
  return is(world, id, 'starting') || is(world, id, 'waiting');
}

function cartContainer({ facts }: Played): string | null {
  const end = firstFact(facts, 'process.exited', 'process/b-cart-1');
  const panic = firstFact(facts, 'kernel.panicked', 'kernel/host-b');
  const back = end && servedAgain(facts, 'process/b-cart-1', end);
  if (back && panic && back.at < panic.at) return null;
  return 'The cart container on host-b was not restarted after its own fault: its policy does not act.';
}

function vm2({ world }: Played): string | null {
  if (is(world, 'process/a-cart-1', 'serving')) return null;
  if (['vm/vm-2', 'kernel/vm-2', 'process/a-cart-1'].some((id) => isComing(world, id))) return LATER;
  if (is(world, 'kernel/vm-2', 'up')) return 'VM 2 is back, but nothing starts cart in it at boot.';
  return 'VM 2 stays down: nobody restarts it.';
}

function hostB({ world }: Played): string | null {
  const copies = copiesOn(world, 'kernel/host-b');
  const down = copies.filter(({ id }) => !is(world, id, 'serving'));
  if (down.length === 0) return null;
  const boxes = ['host/host-b', 'kernel/host-b', 'runtime/docker-b', ...down.map(({ id }) => id)];
  const containers = down.flatMap(({ standsOn }) => standsOn ?? []);
  if ([...boxes, ...containers].some((id) => isComing(world, id))) return LATER;
  if (!is(world, 'kernel/host-b', 'up')) return 'host-b stays in its panic: nobody reboots it.';
  if (!is(world, 'runtime/docker-b', 'up'))
    return 'host-b has rebooted, but nothing starts its runtime at boot.';
  return `The runtime of host-b is back, but starts ${down.length} containers of six not: see their policy.`;
}

/** What is missing until all copies serve again after the three faults; null when nothing is. */
export function missingPicker(played: Played): string | null {
  if (!firstFact(played.facts, 'kernel.panicked', 'kernel/host-b'))
    return 'Let the run go on until all three faults have happened.';
  return cartContainer(played) ?? vm2(played) ?? hostB(played);
}
