// The table does what XState does on machines written by hand, in every cell of each.
import { describe, expect, it } from 'vitest';
import { machines } from './machines/all';
import { walkMachine } from './walk';

describe.each(machines)('$machine.id', ({ machine, options }) => {
  it('is the same in XState and in the table, and every candidate of every cell was taken', () => {
    const report = walkMachine(machine, options);
    expect(report.comparisons).toBeGreaterThanOrEqual(2_000);
    expect(report.missed).toEqual([]);
    expect([...report.visited].sort()).toEqual([...report.cells].sort());
  });
});
