// What lesson 3 says of a full host adds up: programs, guest OSes with their services, and what is reserved and empty.
import { expect, it } from 'vitest';
import { checks } from '../../lessons/03-what-a-guest-os-costs/checks';
import { scenario } from '../../lessons/03-what-a-guest-os-costs/scenario';
import { solution } from '../../lessons/03-what-a-guest-os-costs/solution';
import { playedOf } from '../../src/lesson/player';
import { createRun, GIBIBYTE } from '../../src/sim';

const { commands, until } = solution.steps['until-the-next-does-not-fit']!;
const run = createRun({ id: 'nine', seed: 1, world: scenario.worlds['nine-vms']! }, commands, until);
run.seek(run.furthest);
const played = playedOf(run);
/** What a figure says, in GiB. */
function said(name: string): number {
  const figure = checks.figures[name]!(played);
  return parseFloat(typeof figure === 'string' ? figure : '');
}

it('counts what runs, and nothing of the VMs that are off', () => {
  const vms = played.world.ofKind('vm').filter(({ tags }) => tags.includes('up'));
  const used = vms.reduce((sum, { memory }) => sum + memory.charged, 0) / GIBIBYTE;
  const [promised, programs, oses, hollow] = ['promised', 'programs', 'guest-oses', 'hollow'].map(said) as [
    number,
    number,
    number,
    number,
  ];
  expect(promised).toBe(4 * vms.length);
  expect(programs + oses).toBeCloseTo(used, 1);
  expect(programs + oses + hollow).toBeCloseTo(promised, 5);
});

it('tells kernel and services apart: most of an idle guest OS are its services', () => {
  expect(said('services') / said('guest-oses')).toBeCloseTo(2 / 3, 1);
});
