// Every table with one wrong cell is told from the right one by what XState does, but for a reviewed list of equals.
import { describe, expect, it, vi } from 'vitest';
import { compile } from '../../../../src/sim/engine/compile/compile';
import { equivalents } from './equivalents';
import { Evidence } from './kill';
import { machines } from './machines/all';
import { rooms } from './machines/rooms';
import { mutantsOf } from './mutants';
import { walkMachine } from './walk';

// Generous, for machines that do much else besides.
vi.setConfig({ testTimeout: 60_000 });

describe.each([...machines, ...rooms])('$machine.id', ({ machine, options }) => {
  const table = compile(machine);
  const evidence = new Evidence(walkMachine(machine, { ...options, seed: 2 }).cases);

  it('the table itself survives', () => {
    expect(evidence.kills({ table, cell: null })).toBe(false);
  });

  it('no mutant survives that is not on the list of equivalents, and all of these do', () => {
    const survivors = mutantsOf(table).filter((mutant) => !evidence.kills(mutant));
    const expected = equivalents.filter((each) => each.machine === machine.id).map(({ mutant }) => mutant);
    expect(survivors.map(({ name }) => name).sort()).toEqual(expected.sort());
  });
});
