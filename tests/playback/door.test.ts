// The door: what crosses it is enough to know a run, and nothing is told twice.
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/playback/door';
import { createDoor } from '../../src/playback/inThread';
import { RunProblem } from '../../src/playback/problem';
import { createRun, SECOND, type Command } from '../../src/sim';
import { hostA, scenario } from '../fixtures/worlds';

const world = scenario([hostA]);
const panic: Command = { name: 'panic-kernel', target: 'kernel/vm-2' };
const seqs = ({ fresh }: Report) => fresh.map(({ seq }) => seq);

describe('the door in this thread', () => {
  it('tells every fact once, in order', async () => {
    const door = createDoor(() => createRun);
    const opened = await door.open({ scenario: world });
    expect(opened.from).toBe(0);
    expect(seqs(opened)).toEqual(opened.fresh.map((_, index) => index));
    expect(seqs(await door.seek(opened.run, SECOND))).toEqual([]);
    const { report } = await door.do(opened.run, panic);
    expect(report.from).toBe(opened.fresh.length);
    expect(report.fresh[0]?.name).toBe('command.panic-kernel');
  });

  it('forks at the head and tells the fork only what it does not share', async () => {
    const door = createDoor(() => createRun);
    const { run, factsAtHead } = await door.open({
      ...{ scenario: world, at: SECOND, furthest: 9 * SECOND },
      journal: [{ at: 5 * SECOND, command: panic }],
    });
    const { report: fork } = await door.do(run, panic);
    expect(fork).toMatchObject({ run: '2', head: SECOND, furthest: SECOND, from: factsAtHead });
    expect([fork.journal.length, fork.fresh[0]?.name]).toEqual([1, 'command.panic-kernel']);
    expect((await door.seek(run, 9 * SECOND)).journal).toHaveLength(1);
  });

  it('rejects what it cannot do with a problem, and goes on', async () => {
    const door = createDoor(() => createRun);
    const { run } = await door.open({ scenario: world });
    await expect(door.seek('9', 1)).rejects.toBeInstanceOf(RunProblem);
    await expect(door.seek(run, -1)).rejects.toMatchObject({ problem: { code: 'engine' } });
    expect((await door.seek(run, SECOND)).head).toBe(SECOND);
    expect(await door.check(run, panic)).toBeNull();
    expect(await door.digest(run)).toBe(createRun(world, [], SECOND).digest());
    door.close();
    await expect(door.digest(run)).rejects.toBeInstanceOf(RunProblem);
  });
});
