// Mutants that nothing could tell from the right table, reviewed one by one: machine, mutant, and why it is no fault.

/** A mutant that does the same as the table it was made of. */
export interface Equivalent {
  readonly machine: string;
  readonly mutant: string;
  readonly reason: string;
}

/** The reviewed list. The test fails when one of these is killed, and when any other survives. */
export const equivalents: readonly Equivalent[] = [
  ...['crashed', 'fallen', 'off', 'stopped'].flatMap((state) =>
    ['PICK.UP #0 op 0 write', 'READ.BACK #0 op 0 patch', 'START #0 op 0 write'].map((way) => ({
      machine: 'vm',
      mutant: `${state} ${way} after the next`,
      reason:
        'what it ran and what was seen of its CPU are different keys, and neither assign reads the other',
    })),
  ),
  {
    machine: 'guest',
    mutant: 'up.suffering LOAD #0 op 0 patch after the next',
    reason: 'two assigns in a row write different keys, and neither reads what the other writes',
  },
  {
    machine: 'image',
    mutant: 'choosing HELD #0 op 0 patch after the next',
    reason:
      'what comes next and how often it was tried are different keys, and neither assign reads the other',
  },
  {
    machine: 'vm',
    mutant: 'up.running SAVE #0 op 0 patch after the next',
    reason:
      'how long it stands still and that it does are different keys, and neither assign reads the other',
  },
  {
    machine: 'vm',
    mutant: 'up.migrating.copying LAST.ROUND #0 op 1 patch after the next',
    reason:
      'what a round changes and the pause are different keys, and neither assign reads what the other writes',
  },
  {
    machine: 'corners',
    mutant: 'loop always #0 op 0 write after the next',
    reason: 'two assigns in a row write different keys, and neither reads what the other writes',
  },
  {
    machine: 'corners',
    mutant: 'outer.inner.leaf always #0 after the next',
    reason: 'the guards exclude each other: one wants the event C, the other a done event of XState',
  },
  {
    machine: 'corners',
    mutant: 'outer.finished always #0 after the next',
    reason:
      'the guards exclude each other: a done event is looked at only in a state that its first guard did not let leave',
  },
];
