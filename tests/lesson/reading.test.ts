// What lessons may ask of a run, on the two hosts of lesson 10.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/lesson/content';
import { playAttempt, playedOf } from '../../src/lesson/player';
import {
  consequencesOf,
  copiesOf,
  copiesOn,
  copiesStoppedBy,
  fallenBy,
  firstFact,
  is,
  kernelUnder,
  servedAgain,
  servesAt,
  standsOn,
  takenBy,
  timeAway,
} from '../../src/lesson/reading';
import { SECOND, type TimedCommand } from '../../src/sim';

const content = await lessons.find(({ slug }) => slug === 'one-kernel-falls')!.open();

function play(...commands: readonly (readonly [number, string, string])[]) {
  const timed = commands.map(([at, name, target]): TimedCommand => ({
    at: at * SECOND,
    command: { name, target },
  }));
  return playedOf(playAttempt(scenarioOf(content, 'two-hosts'), { commands: timed, until: 60 * SECOND }));
}

describe('the structure', () => {
  const { world } = play();

  it('says what stands on what, not on itself', () => {
    expect(standsOn(world, 'process/a-cart-1', 'hypervisor/xen-a')).toBe(true);
    expect(standsOn(world, 'process/a-cart-1', 'kernel/vm-3')).toBe(false);
    expect(standsOn(world, 'kernel/vm-2', 'kernel/vm-2')).toBe(false);
    expect(standsOn(world, 'process/nobody', 'kernel/vm-2')).toBe(false);
  });

  it('counts copies by the floor they stand on', () => {
    expect(copiesOf(world)).toHaveLength(12);
    expect(copiesOn(world, 'kernel/vm-2').map(({ id }) => id)).toEqual(['process/a-cart-1']);
    expect(copiesOn(world, 'host/host-b')).toHaveLength(6);
  });

  it('finds the kernel under a box', () => {
    expect(kernelUnder(world, 'container/b-buy-2')).toBe('kernel/host-b');
    expect(kernelUnder(world, 'process/a-buy-1')).toBe('kernel/vm-3');
    expect(kernelUnder(world, 'kernel/vm-3')).toBeNull();
    expect(kernelUnder(world, 'host/host-a')).toBeNull();
  });
});

describe('the facts', () => {
  const played = play(
    [5, 'kill-process', 'process/b-cart-1'],
    [10, 'panic-kernel', 'kernel/host-b'],
    [12, 'panic-kernel', 'kernel/vm-2'],
  );
  const panic = firstFact(played.facts, 'kernel.panicked', 'kernel/host-b')!;

  it('lead from a cause to everything that follows from it, and to nothing else', () => {
    const about = consequencesOf(played.facts, panic).map((fact) => fact.about);
    expect(about[0]).toBe('kernel/host-b');
    expect(about).toContain('process/b-buy-2');
    expect(about).not.toContain('process/b-cart-1');
    expect(about).not.toContain('kernel/vm-2');
  });

  it('tell which copies a break took, each once', () => {
    expect(copiesStoppedBy(played, panic)).toHaveLength(5);
    expect(takenBy(played, 'kernel.panicked', 'kernel/vm-2')).toEqual(['process/a-cart-1']);
    expect(takenBy(played, 'kernel.panicked', 'kernel/vm-3')).toBeNull();
    expect(fallenBy(played, panic, 'container')).toHaveLength(5);
    expect(fallenBy(played, panic, 'kernel')).toEqual(['kernel/host-b']);
  });

  it('tell when a process served again, or that it did not', () => {
    const start = firstFact(played.facts, 'process.up', 'process/b-cart-1')!;
    expect(servedAgain(played.facts, 'process/b-cart-1', start)).toBeNull();
    expect(timeAway(played.facts, 'process/b-cart-1', start)).toBeNull();
    expect(timeAway(played.facts, 'process/b-cart-1', played.facts[0]!)).toBe(0);
    expect(is(played.world, 'process/b-cart-1', 'down')).toBe(true);
    expect(is(played.world, 'process/nobody', 'down')).toBe(false);
  });

  it('tell who served in the instant of a break, once all had fallen that fell with it', () => {
    expect(servesAt(played.facts, 'process/b-search-1', panic)).toBe(false);
    expect(servesAt(played.facts, 'process/b-cart-1', panic)).toBe(false);
    expect(servesAt(played.facts, 'process/a-cart-1', panic)).toBe(true);
    expect(servesAt(played.facts, 'process/nobody', panic)).toBe(false);
  });
});
