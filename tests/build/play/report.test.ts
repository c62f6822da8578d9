// What `npm run play` prints of a lesson.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { reportStep } from '../../../src/build/play/report';
import { scenarioOf } from '../../../src/lesson/content';
import { playAttempt } from '../../../src/lesson/player';
import { MINUTE, SECOND } from '../../../src/sim';

const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;
const content = await entry.open();
const solution = await entry.solution();
const LAST = content.page.steps.length - 1;
const report = (step: number, mode: Parameters<typeof reportStep>[3], until: number | null = null) =>
  reportStep(content, solution, step, mode, until);

describe('a report', () => {
  it('says which checks passed, which options hold, and the figures', () => {
    const { lines, passed } = report(1, 'checks');
    expect(passed).toBe(true);
    expect(lines).toEqual([
      '2. One kernel (0:20.0)',
      '  passed  panicked-vm-2',
      '  passed  panicked-host-b',
      '  one-kernel: one-six',
      '  fell-with-vm-2 = 1',
      '  fell-with-host-b = 6',
    ]);
  });

  it('says what is open when a solution does not pass', () => {
    const idle = { ...solution, steps: { ...solution.steps, 'one-kernel': { commands: [], until: SECOND } } };
    const { lines, passed } = reportStep(content, idle, 1, 'checks', null);
    expect(passed).toBe(false);
    expect(lines).toContain('  OPEN    panicked-vm-2: The kernel of VM 2 still runs.');
    expect(lines).toContain('  one-kernel: UNDECIDED');
  });

  it('ends with the digest of the last run at its furthest point, the same each time', () => {
    const digests = [1, 2, 3].map(() => report(LAST, 'digest').lines.at(-1));
    const own = solution.steps[content.page.steps[LAST]!.slug]!;
    const run = playAttempt(scenarioOf(content, 'host-c'), own);
    expect(new Set(digests)).toEqual(new Set([run.digest()]));
    expect(digests[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  it('tells facts in words and at their time', () => {
    expect(report(1, 'facts').lines.join('\n')).toMatch(
      /0:05\.0 {2}kernel\.panicked +The kernel of VM 2 panicked\./,
    );
  });

  it('shows the world as data and in words', () => {
    expect(report(1, 'world').lines.join('\n')).toMatch(/^kernel\/host-b +panicked +on host\/host-b/m);
    expect(report(1, 'words').lines.join('\n')).toMatch(/6 copies fell/);
  });

  it('goes as far as it is told, and leaves later commands out', () => {
    expect(report(1, 'facts', 7 * SECOND).lines[0]).toBe('2. One kernel (0:07.0)');
    expect(report(1, 'facts', 7 * SECOND).lines.join('\n')).not.toMatch(/The kernel of host-b panicked/);
    expect(report(1, 'facts', 5 * MINUTE).lines[0]).toBe('2. One kernel (5:00.0)');
  });
});
