// Marks: one for each instant at which something was done or broke, told by causes.
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/layout/timeline/marks';
import { isBreak, isGiven, weightOf } from '../../../src/layout/timeline/weight';
import { SECOND, type Fact } from '../../../src/sim';
import { hostA, hostB } from '../../fixtures/worlds';
import { played } from './played';

describe('marksOf', () => {
  const run = played(
    [hostA, hostB],
    [
      [2, { name: 'set-on-crash', target: 'vm/vm-2', args: { action: 'restart' } }],
      [5, { name: 'panic-kernel', target: 'kernel/vm-2' }],
      [9, { name: 'kill-process', target: 'process/b-cart-1' }],
      [12, { name: 'pull-plug', target: 'host/host-b' }],
      [12, { name: 'crash-hypervisor', target: 'hypervisor/xen-a' }],
    ],
    60,
  );
  const facts = run.facts.slice(0);
  const told = (until: number) =>
    marksOf(facts.filter(({ at }) => at <= until)).map(({ at, kind, facts: some }) => [
      at / SECOND,
      kind,
      ...some.map(({ name, about }) => `${name} ${about}`),
    ]);

  it('tells what begins by itself and no lane shows, beside what was done at the same instant', () => {
    const fact = (seq: number, at: number, name: string): Fact => ({
      ...{ seq, at, about: 'vm/vm-1', name, because: seq === 1 ? 0 : null },
    });
    const kinds = marksOf([
      fact(0, 1, 'fault.use-memory'),
      fact(1, 1, 'vm.swapping'),
      fact(2, 2, 'vm.swapped-in'),
      fact(3, 3, 'vm.migrated'),
      fact(4, 4, 'vm.round'),
      fact(5, 5, 'healthcheck.unhealthy'),
    ]).map(({ kind, facts: some }) => [kind, ...some.map(({ name }) => name)]);
    expect(kinds).toEqual([
      ['act', 'fault.use-memory', 'vm.swapping'],
      ['turn', 'vm.swapped-in'],
      ['turn', 'vm.migrated'],
      ['turn', 'healthcheck.unhealthy'],
    ]);
  });

  it('tells causes, not what they led to, and settings as acts', () => {
    expect(told(60 * SECOND)).toEqual([
      [2, 'act', 'command.set-on-crash vm/vm-2'],
      [5, 'break', 'kernel.panicked kernel/vm-2'],
      [9, 'break', 'process.exited process/b-cart-1'],
      [12, 'break', 'host.lost-power host/host-b', 'hypervisor.crashed hypervisor/xen-a'],
    ]);
  });

  it('tells a stop in order as an act, whatever it takes along', () => {
    const stop = { name: 'stop-runtime', target: 'runtime/docker-b' } as const;
    const stopped = played([hostB], [[5, stop]], 10).facts.slice(0);
    expect(stopped.map(({ name }) => name)).toContain('container.exited');
    expect(marksOf(stopped).map(({ kind, facts: some }) => [kind, ...some.map(({ name }) => name)])).toEqual([
      ['act', 'command.stop-runtime'],
    ]);
  });

  it('tells an instant once its facts are there', () => {
    expect(told(5 * SECOND - 1)).toHaveLength(1);
    expect(told(5 * SECOND)).toHaveLength(2);
    expect(told(0)).toHaveLength(0);
  });
});

describe('an instant at which one deed ended several things', () => {
  const fact = (seq: number, at: number, name: string, because: number | null): Fact => {
    return { seq, at, name, about: `box/${seq}`, because };
  };
  const stop = fact(0, 7, 'command.stop-runtime', null);
  const ends = [1, 2, 3].map((seq) => fact(seq, 7, 'container.exited', 0));

  it('is told by the deed, and is a break all the same', () => {
    expect(marksOf([stop, ...ends])).toEqual([{ at: 7, kind: 'break', facts: [stop] }]);
    expect(marksOf([stop, ends[0]!])).toEqual([{ at: 7, kind: 'break', facts: [ends[0]] }]);
  });

  it('tells what broke beside it as well, by itself', () => {
    const own = fact(4, 7, 'kernel.panicked', null);
    expect(marksOf([stop, ...ends, own])[0]?.facts).toEqual([...ends, own]);
  });
});

it('who looked for a file is told by what was found', () => {
  const fact = (seq: number, name: string, because: number | null): Fact => {
    return { seq, at: 7, name, about: 'container/search-1', because };
  };
  const look = fact(0, 'command.look-for-file', null);
  const found = fact(1, 'container.looked-for', 0);
  expect(marksOf([look, found])).toEqual([{ at: 7, kind: 'act', facts: [found] }]);
});

describe('weight', () => {
  it('ranks causes above breaks above arrivals above consequences', () => {
    const names = ['fault.pull-plug', 'kernel.panicked', 'process.up', 'process.fell', 'scenario.started'];
    expect(names.map(weightOf)).toEqual([3, 2, 1, 0, 0]);
    expect(['healthcheck.unhealthy', 'healthcheck.healthy', 'healthcheck.failed'].map(weightOf)).toEqual([
      2, 1, 0,
    ]);
    expect([isGiven('command.x'), isGiven('vm.up'), isBreak('vm.crashed'), isBreak('vm.fell')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
