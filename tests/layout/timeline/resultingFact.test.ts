// A caption tells what a deed came to, and the deed itself where that came to nothing yet.
import { describe, expect, it } from 'vitest';
import { resultingFact } from '../../../src/layout/timeline/resultingFact';
import type { Fact } from '../../../src/sim';

const factsOf = (...told: readonly (readonly [number, string])[]): readonly Fact[] =>
  told.map(([at, name], seq) => ({ seq, at, name, about: 'vm/vm-1', because: null }));
const nameAt = (facts: readonly Fact[], head: number) => resultingFact(facts, head)?.name ?? null;

describe('the fact of a caption', () => {
  it('is the result, where the instant of a deed has one', () => {
    const looked = factsOf([5, 'command.look-for-file'], [5, 'container.looked-for']);
    expect(nameAt(looked, 5)).toBe('container.looked-for');
    const broken = factsOf([5, 'fault.break-disk'], [5, 'vdisk.lost'], [5, 'disk.broke']);
    expect(nameAt(broken, 5)).toBe('disk.broke');
    expect(nameAt(broken, 9)).toBe('disk.broke');
  });

  it('is a break before a return, and the first of several of its kind', () => {
    const facts = factsOf([5, 'command.stop-vm'], [5, 'process.exited'], [5, 'vm.starting']);
    expect(nameAt(facts, 5)).toBe('process.exited');
  });

  it('is the deed where nothing came of it at once, and null before anything mattered', () => {
    const facts = factsOf(
      [0, 'scenario.started'],
      [5, 'command.set-weight'],
      [5, 'vm.resized'],
      [7, 'vm.up'],
    );
    expect(nameAt(facts.slice(0, 3), 5)).toBe('command.set-weight');
    expect(nameAt(facts, 7)).toBe('vm.up');
    expect(nameAt(facts.slice(0, 1), 3)).toBeNull();
  });
});
