// The table does what XState does on machines written by hand and on those of all rooms, in every cell of each.
import { describe, expect, it, vi } from 'vitest';
import { machines } from './machines/all';
import { rooms } from './machines/rooms';
import { walkMachine } from './walk';

// Generous, for machines that do much else besides.
vi.setConfig({ testTimeout: 60_000 });

it('finds the rooms', () => {
  const ids = rooms.map(({ machine }) => machine.id);
  expect(ids).toEqual(expect.arrayContaining(['host', 'kernel', 'process', 'container']));
});

describe.each([...machines, ...rooms])('$machine.id', ({ machine, options }) => {
  it('is the same in XState and in the table, and every candidate of every cell was taken', () => {
    const report = walkMachine(machine, options);
    expect(report.comparisons).toBeGreaterThanOrEqual(1_500);
    expect(report.missed).toEqual([]);
    expect([...report.visited].sort()).toEqual([...report.cells].sort());
  });
});
