// A world that is told of: what happened in it, and how much of it was seen.
import type { Seen } from '../../../src/apps/course/telling';
import type { Fact } from '../../../src/sim/engine/fact';
import { stillWorld, twoHosts } from '../../words/stillWorld';

/** Two hosts as they stand, for their names. */
export const view = stillWorld(twoHosts);
/** A fact a microsecond after the one before. */
export const fact = (seq: number, name: string, about: string | null): Fact => ({
  seq,
  at: seq,
  about,
  name,
  because: null,
});
/** A panic of host-b with all that falls. */
export const history = [
  fact(0, 'scenario.started', null),
  fact(1, 'command.panic-kernel', 'kernel/host-b'),
  fact(2, 'kernel.panicked', 'kernel/host-b'),
  fact(3, 'container.fell', 'container/b-cart-1'),
  fact(4, 'process.fell', 'process/b-cart-1'),
  fact(5, 'process.fell', 'process/b-cart-2'),
];
/** The first so many facts of it, as a frame shows them. */
export const seen = (count: number, run = '1'): Seen => ({
  run,
  head: count * 1_000_000,
  start: view.entities,
  facts: history.slice(0, count),
  journal: [],
  view,
});
