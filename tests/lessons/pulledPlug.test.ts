// Lesson 4: what is said of VM 2 when host-a loses its power is what became of it.
import { expect, it } from 'vitest';
import { checks } from '../../lessons/04-snapshot-roll-back-clone-move/checks';
import { scenario } from '../../lessons/04-snapshot-roll-back-clone-move/scenario';
import { playedOf } from '../../src/lesson/player';
import { createRun, SECOND, type Command } from '../../src/sim';

const STOP: Command = { name: 'stop-vm', target: 'vm/vm-2' };
const PULL: Command = { name: 'pull-plug', target: 'host/host-a' };

function missingAfter(...commands: Command[]): string {
  const run = createRun({ id: 'plug', seed: scenario.seed, world: scenario.worlds['two-hosts']! });
  for (const command of commands) {
    run.seek(run.head + SECOND);
    expect(run.do(command)).toMatchObject({ done: true });
  }
  run.seek(run.head + SECOND);
  return JSON.stringify(checks.checks['plug-pulled']!.test(playedOf(run)));
}

it('says that VM 2 fell with host-a only if it ran there', () => {
  expect(missingAfter(PULL)).toContain('fell with it');
  expect(missingAfter(STOP, PULL)).toContain('VM 2 did not run then');
});
