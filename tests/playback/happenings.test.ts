// Facts as instants: where the next and the previous one are.
import { describe, expect, it } from 'vitest';
import {
  countBefore,
  dueAfter,
  happeningAfter,
  happeningDue,
  instantAfter,
  instantBefore,
} from '../../src/playback/happenings';
import { SECOND } from '../../src/sim';
import type { Fact } from '../../src/sim/engine/fact';
import type { Scenario } from '../../src/sim/engine/scenario';
import type { Entity, WorldView } from '../../src/sim/engine/view';

const facts: Fact[] = (
  [
    [0, 'scenario.started'],
    [5, 'vm.starting'],
    [7, 'command.panic-kernel'],
    [7, 'kernel.panicked'],
    [7, 'process.fell'],
    [9, 'process.fell'],
    [9, 'kernel.up'],
  ] as const
).map(([at, name], seq) => ({ seq, at, name, about: null, because: null }));

describe('instants', () => {
  it('are found by time on both sides of the head', () => {
    expect([0, 1, 7, 8, 10].map((at) => countBefore(facts, at))).toEqual([0, 1, 2, 5, 7]);
    expect([0, 3, 5, 7, 8, 99].map((head) => instantBefore(facts, head))).toEqual([null, 0, 0, 5, 7, 9]);
    expect([0, 5, 6, 7, 9].map((head) => instantAfter(facts, head))).toEqual([5, 7, 7, 9, null]);
  });

  it('that only lead to others do not slow playback', () => {
    expect(happeningAfter(facts, 0)).toBe(7);
    expect(happeningAfter(facts, 7)).toBe(9);
    expect(happeningAfter(facts, 9)).toBeNull();
  });

  it('that come soon after another slow playback only where something was done', () => {
    expect(happeningAfter(facts, 0, false)).toBe(7);
    expect(happeningAfter(facts, 7, false)).toBeNull();
  });
});

describe('many faults alike', () => {
  const starts = [1, 1.5, 2, 9].map((at) => ({
    at: at * SECOND,
    command: { name: 'start-vm', target: `vm/vm-${at}` },
  }));
  const given: Fact[] = starts.map(({ at }, seq) => ({
    ...{ seq, at, name: 'fault.start-vm', about: null, because: null },
  }));
  const view = { at: SECOND, entities: [] as Entity[] } as unknown as WorldView;
  const scenario: Scenario = { id: 'x', seed: 1, world: { boxes: [], faults: [...starts].reverse() } };

  it('slow playback for the first and for one that comes later, and not in between', () => {
    expect(happeningAfter(given, 0, false)).toBe(SECOND);
    expect(happeningAfter(given, SECOND, false)).toBe(9 * SECOND);
    expect(happeningAfter(given, SECOND, true)).toBe(9 * SECOND);
  });

  it('do so as well while they are only due', () => {
    expect(happeningDue(view, scenario, false)).toBe(9 * SECOND);
    expect(happeningDue(view, scenario, true)).toBe(9 * SECOND);
  });

  it('are news one by one when a learner gives them', () => {
    const commands = given.map((fact) => ({ ...fact, name: 'command.start-vm' }));
    expect(happeningAfter(commands, SECOND, false)).toBe(1.5 * SECOND);
  });
});

describe('many copies that come up one after the other', () => {
  const ups = [10, 11, 12.5, 14, 20].map((at) => at * SECOND);

  it('slow playback for the first, and for one that comes later', () => {
    const facts: Fact[] = ups.map((at, seq) => ({ seq, at, name: 'process.up', about: null, because: null }));
    expect(happeningAfter(facts, 0)).toBe(10 * SECOND);
    expect(happeningAfter(facts, 10 * SECOND)).toBe(20 * SECOND);
    expect(happeningAfter(facts, 10 * SECOND, false)).toBeNull();
  });

  it('do so as well while they are only due', () => {
    const booting = (at: number, dues: readonly number[], since: number) =>
      ({
        at,
        entities: [
          { kind: 'process', tags: ['up'], since, due: null },
          ...dues.map((due) => ({ kind: 'process', tags: ['starting'], since: 0, due })),
        ],
      }) as unknown as WorldView;
    expect(happeningDue(booting(SECOND, ups, 0), null, true)).toBe(10 * SECOND);
    expect(happeningDue(booting(10 * SECOND, ups.slice(1), 10 * SECOND), null, true)).toBe(20 * SECOND);
    expect(happeningDue(booting(SECOND, ups, 0), null, false)).toBeNull();
  });
});

describe('dueAfter', () => {
  const view = {
    at: 10,
    entities: [{ due: 10 }, { due: 40 }, { due: null }] as Entity[],
  } as unknown as WorldView;
  const scenario: Scenario = {
    id: 'x',
    seed: 1,
    world: {
      boxes: [],
      faults: [
        { at: 30, command: { name: 'pull-plug', target: 'host/a' } },
        { at: 5, command: { name: 'panic-kernel', target: 'kernel/a' } },
      ],
    },
  };

  it('is the end of a delay or a fault of the scenario, whichever comes first', () => {
    expect(dueAfter(view, null)).toBe(40);
    expect(dueAfter(view, scenario)).toBe(30);
    expect(dueAfter({ ...view, at: 40 }, null)).toBeNull();
  });

  it('slows playback for copies and faults, not for the boot of what they stand on', () => {
    const boxes = [
      { due: 20, kind: 'host', tags: ['starting'] },
      { due: 25, kind: 'process', tags: ['down', 'waiting'] },
      { due: 50, kind: 'process', tags: ['starting'] },
    ] as unknown as Entity[];
    const booting = { ...view, entities: boxes };
    expect(happeningDue(booting, null, true)).toBe(50);
    expect(happeningDue(booting, null, false)).toBeNull();
    expect(happeningDue(booting, scenario, false)).toBe(30);
  });
});
