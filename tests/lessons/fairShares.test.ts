// Lesson 8: what is free on the stage of its recall answers that only once it is locked and time runs; and who raises the
// soft limit too early is told so, instead of being told to wait.
import { expect, it } from 'vitest';
import { checks } from '../../lessons/08-fair-shares/checks';
import { scenario } from '../../lessons/08-fair-shares/scenario';
import { solution } from '../../lessons/08-fair-shares/solution';
import { playedOf } from '../../src/lesson/player';
import { createRun, GIBIBYTE, SECOND } from '../../src/sim';

it('has more free on its first stage than any option says, and less than a reservation afterwards', () => {
  const run = createRun({ id: 'recall', seed: 8, world: scenario.worlds['reserved']! }, [], 5 * SECOND);
  const free = (at: number) => {
    run.seek(at);
    const host = playedOf(run).world.get('host/host-b')!;
    return (Number(host.memory.size) - host.memory.charged) / GIBIBYTE;
  };
  expect(free(0)).toBeGreaterThan(12);
  expect(free(5 * SECOND)).toBeLessThan(4);
});

it('says to take the soft limit back where Docker cannot find anything any more', () => {
  const early = solution.wrong.find(({ unmet }) => unmet === 'unhealthy')!;
  const world = scenario.worlds['soft-limit']!;
  const missing = (until: number) => {
    const run = createRun({ id: 'soft', seed: 8, world }, early.commands, until);
    run.seek(until);
    return checks.checks['unhealthy']!.test(playedOf(run));
  };
  expect(missing(8.5 * SECOND)).toMatchObject({
    missing: expect.stringMatching(/^Docker has not/) as string,
  });
  expect(missing(40 * SECOND)).toMatchObject({ missing: expect.stringMatching(/back\.$/) as string });
});
