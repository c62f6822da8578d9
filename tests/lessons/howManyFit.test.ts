// Lesson 9: a task is done only when the run answers the question, and figures count what runs.
import { expect, it } from 'vitest';
import { checks } from '../../lessons/09-how-many-fit/checks';
import { scenario } from '../../lessons/09-how-many-fit/scenario';
import { solution } from '../../lessons/09-how-many-fit/solution';
import { playedOf } from '../../src/lesson/player';
import { createRun, GIBIBYTE, SECOND } from '../../src/sim';

it('does not count one in and one out before the run answers how many times as many fit', () => {
  const { commands, until } = solution.steps['the-race-to-fill']!;
  const run = createRun({ id: 'race', seed: 9, world: scenario.worlds['race']! }, commands, until);
  const given = commands[0]!.at;
  let isDone = false;
  for (let at = given; at <= given + 3 * SECOND; at += SECOND / 20) {
    run.seek(at);
    const played = playedOf(run);
    isDone = checks.checks['one-in-one-out']!.test(played).passed;
    const answers = Object.values(checks.predictions['factor']!).filter((holds) => holds(played));
    if (isDone) expect(answers, `at ${at / SECOND} s`).toHaveLength(1);
  }
  expect(isDone).toBe(true);
});

it('counts no guest OS of a VM that is off: all of them fit beside what else fills the host', () => {
  const { commands, until } = solution.steps['the-race-to-fill']!;
  const run = createRun({ id: 'full', seed: 9, world: scenario.worlds['race']! }, commands, until);
  run.seek(run.furthest);
  const played = playedOf(run);
  const figure = (name: string) => {
    const shown = checks.figures[name]!(played);
    return typeof shown === 'string' ? Number.parseFloat(shown) : Number(shown);
  };
  const each = Number(played.world.get('kernel/vm-1')?.memory.own) / GIBIBYTE;
  expect(figure('guest-oses')).toBeCloseTo(figure('in-vms') * each, 1);
  expect(figure('guest-oses')).toBeLessThan(32);
});
