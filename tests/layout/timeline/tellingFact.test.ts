// The fact by which an instant is told.
import { describe, expect, it } from 'vitest';
import { tellingFact } from '../../../src/layout/timeline/tellingFact';
import { isDeed, isGiven } from '../../../src/layout/timeline/weight';
import { FACT_NAMES, type Fact } from '../../../src/sim';

const facts: Fact[] = (
  [
    [0, 'scenario.started'],
    [0, 'kernel.up'],
    [5, 'vm.starting'],
    [7, 'command.panic-kernel'],
    [7, 'kernel.panicked'],
    [7, 'process.fell'],
    [9, 'process.fell'],
    [9, 'kernel.up'],
    [9, 'process.up'],
  ] as const
).map(([at, name], seq) => ({ seq, at, name, about: null, because: null }));

const told = (head: number) =>
  tellingFact(
    facts.filter(({ at }) => at <= head),
    head,
  )?.name;

describe('a deed', () => {
  it('is a command, a fault, the answer to a command or a hitch, and the model tells all of these', () => {
    expect(FACT_NAMES.filter((name) => isDeed(name) && !isGiven(name)).toSorted()).toEqual([
      'builder.failed',
      'builder.not-pushed',
      'builder.pruned',
      'container.looked-for',
      'image.failed',
      'image.retrying',
      'image.scanned',
      'process.not-loaded',
      'runtime.pruned',
    ]);
  });
});

describe('tellingFact', () => {
  it('tells an instant by its weightiest fact, and of those by the first', () => {
    expect(told(7)).toBe('command.panic-kernel');
    expect(told(9)).toBe('kernel.up');
    expect(told(5)).toBe('vm.starting');
  });

  it('tells the last command of several at one instant', () => {
    const later: Fact = { seq: 9, at: 9, name: 'command.panic-kernel', about: 'kernel/a', because: null };
    const latest: Fact = { seq: 11, at: 9, name: 'command.kill-process', about: 'process/a', because: null };
    const fell: Fact = { seq: 10, at: 9, name: 'kernel.panicked', about: 'kernel/a', because: 9 };
    expect(tellingFact([...facts, later, fell, latest], 9)).toBe(latest);
    expect(tellingFact([...facts, later, fell, latest], 12)).toBe(latest);
  });

  it('tells what a command came to, until another is given at that instant', () => {
    const prune: Fact = { seq: 9, at: 9, name: 'command.prune-images', about: 'runtime/a', because: null };
    const pruned: Fact = { seq: 10, at: 9, name: 'runtime.pruned', about: 'runtime/a', because: 9 };
    const next: Fact = {
      seq: 11,
      at: 9,
      name: 'command.replace-container',
      about: 'container/a',
      because: null,
    };
    expect(tellingFact([...facts, prune, pruned], 9)).toBe(pruned);
    expect(tellingFact([...facts, prune, pruned], 12)).toBe(pruned);
    expect(tellingFact([...facts, prune, pruned, next], 9)).toBe(next);
  });

  it('keeps telling the last instant that mattered until something happens', () => {
    expect(told(8)).toBe('command.panic-kernel');
    expect(told(99)).toBe('kernel.up');
    expect(told(6)).toBeUndefined();
    expect(told(0)).toBeUndefined();
  });

  it('tells what a command came to that has no other effect, until something else is done', () => {
    const told = (...names: readonly string[]) => {
      const asked = names.map((name, index): Fact => {
        return { seq: 9 + index, at: 12, name, about: null, because: null };
      });
      return tellingFact([...facts, ...asked], 12)?.name;
    };
    expect(told('command.scan-image', 'image.scanned')).toBe('image.scanned');
    expect(told('command.scan-image', 'image.scanned', 'command.publish-fix')).toBe('command.publish-fix');
  });

  it('tells that an image is built, and no more that a step of it runs', () => {
    const running: Fact = { seq: 9, at: 12, name: 'builder.running', about: null, because: null };
    const built: Fact = { seq: 10, at: 15, name: 'builder.built', about: null, because: null };
    expect(tellingFact([...facts, running], 13)).toBe(running);
    expect(tellingFact([...facts, running, built], 19)).toBe(built);
  });

  it('tells that an image is there, and no more that somebody began to pull it', () => {
    const asked: Fact = { seq: 9, at: 12, name: 'command.pull-image', about: 'image/a', because: null };
    const pulled: Fact = { seq: 10, at: 15, name: 'image.pulled', about: 'image/a', because: 9 };
    expect(tellingFact([...facts, asked], 14)).toBe(asked);
    expect(tellingFact([...facts, asked, pulled], 19)).toBe(pulled);
  });

  it('tells that memory is back from the disk, and no more who asked for too much of it', () => {
    const names = ['fault.use-memory', 'vm.swapping', 'vm.swapped-in'];
    const swaps: Fact[] = names.map((name, seq) => ({ seq, at: 9 * seq, name, about: null, because: null }));
    expect(tellingFact(swaps, 99)?.name).toBe('vm.swapped-in');
  });

  it('tells at the start what was done, not that everything is up', () => {
    const done: Fact = { seq: 2, at: 0, name: 'command.pull-plug', about: null, because: null };
    const after: Fact = { seq: 3, at: 0, name: 'host.lost-power', about: null, because: 2 };
    expect(tellingFact([...facts.slice(0, 2), done, after], 0)).toBe(done);
    expect(tellingFact([...facts.slice(0, 2), done, after], 9)).toBe(done);
  });
});
