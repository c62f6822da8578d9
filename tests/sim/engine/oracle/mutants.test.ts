// Every table with one wrong cell is told from the right one by what XState does, but for a reviewed list of equals.
import { describe, expect, it } from 'vitest';
import { compile } from '../../../../src/sim/engine/compile/compile';
import { equivalents } from './equivalents';
import { isKilled } from './kill';
import { machines } from './machines/all';
import { mutantsOf } from './mutants';
import { walkMachine } from './walk';

describe.each(machines)('$machine.id', ({ machine, options }) => {
  const table = compile(machine);
  const { cases } = walkMachine(machine, { ...options, seed: 2 }).pair;

  it('the table itself survives', () => {
    expect(isKilled(table, cases)).toBe(false);
  });

  it('no mutant survives that is not on the list of equivalents, and all of these do', () => {
    const survivors = mutantsOf(table).filter((mutant) => !isKilled(mutant.table, cases));
    const expected = equivalents.filter((each) => each.machine === machine.id).map(({ mutant }) => mutant);
    expect(survivors.map(({ name }) => name).sort()).toEqual(expected.sort());
  });
});
