// What is said to those who do not see the stage.
import { describe, expect, it } from 'vitest';
import { tell, type Seen } from '../../../src/apps/course/telling';
import type { Fact } from '../../../src/sim/engine/fact';
import { stillWorld, twoHosts } from '../../words/stillWorld';

const view = stillWorld(twoHosts);
const fact = (seq: number, name: string, about: string | null): Fact => ({
  seq,
  at: seq,
  about,
  name,
  because: null,
});
const history = [
  fact(0, 'scenario.started', null),
  fact(1, 'command.panic-kernel', 'kernel/host-b'),
  fact(2, 'kernel.panicked', 'kernel/host-b'),
  fact(3, 'container.fell', 'container/b-cart-1'),
  fact(4, 'process.fell', 'process/b-cart-1'),
  fact(5, 'process.fell', 'process/b-cart-2'),
];
const seen = (count: number, run = '1'): Seen => ({
  run,
  head: count * 1_000_000,
  facts: history.slice(0, count),
  view,
});

describe('tell', () => {
  it('says what happened, and counts the copies that fell', () => {
    expect(tell(seen(1), seen(6))).toBe(
      'You sent a kernel panic to host-b. The kernel of host-b panicked. 2 copies fell.',
    );
  });

  it('says nothing when nothing happened', () => {
    expect(tell(seen(2), seen(2))).toBeNull();
    expect(tell(seen(0), seen(1))).toBeNull();
  });

  it('says where the head is when it goes back, or to another run', () => {
    expect(tell(seen(6), seen(2))).toBe('Back at 0:02.0.');
    expect(tell(seen(2), seen(2, '2'))).toBe('Back at 0:02.0.');
  });

  it('does not flood', () => {
    const many = Array.from({ length: 9 }, (_, seq) => fact(seq + 1, 'vm.up', 'vm/vm-1'));
    const after = { ...seen(1), facts: [...history.slice(0, 1), ...many] };
    expect(tell(seen(1), after)).toMatch(/^(VM 1 is up\. ){4}And 5 more\.$/);
  });
});
