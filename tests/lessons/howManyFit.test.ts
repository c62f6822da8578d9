// Lesson 9: a task is done only when the run answers the question, and figures count what runs.
import { expect, it } from 'vitest';
import { checks } from '../../lessons/09-how-many-fit/checks';
import { scenario } from '../../lessons/09-how-many-fit/scenario';
import { solution } from '../../lessons/09-how-many-fit/solution';
import { playedOf } from '../../src/lesson/player';
import { createRun, GIBIBYTE, SECOND } from '../../src/sim';
import { stageWords } from '../../src/words';

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

it('says in the head of a host how many of a crowd are on, and names the containers that took turns', () => {
  const { commands, until } = solution.steps['the-race-to-fill']!;
  const run = createRun({ id: 'heads', seed: 9, world: scenario.worlds['race']! }, commands, until);
  const heads = () => {
    const view = run.view();
    return ['a', 'b'].map((letter) => stageWords.host(view.get(`host/host-${letter}`)!, view)[0]);
  };
  run.seek(0);
  expect(heads()).toEqual(['hypervisor, none of 130 VMs on', 'one kernel, none of 130 containers on']);
  run.seek(run.furthest);
  expect(heads()[0]).toMatch(/^hypervisor, [1-9]\d* of 130 VMs on$/);
  const named = ['by-hand', 'killed-instead'].map((name) => checks.figures[name]!(playedOf(run)));
  for (const name of named) expect(name).toMatch(/^search \d+$/);
  expect(new Set(named).size).toBe(2);
});
