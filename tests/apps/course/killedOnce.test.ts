// Beside a copy that was killed stands that it is down already, as soon as nothing else can be done with it.
import { expect, it } from 'vitest';
import { scenario } from '../../../lessons/10-one-kernel-falls/scenario';
import { offersFor } from '../../../src/apps/course/offers';
import { createRun, SECOND, type Command } from '../../../src/sim';

it('says of a copy that was killed that it is down, where nothing else can be done, and not before', () => {
  const run = createRun({ id: 'two-hosts', seed: 1, world: scenario.worlds['two-hosts']! });
  const kill: Command = { name: 'kill-process', target: 'process/b-cart-1' };
  const asked = () => ({
    view: run.view(),
    allows: (name: string) => name === kill.name,
    check: (command: Command) => run.check(command),
  });
  const told = () => offersFor(kill.target, asked()).flatMap(({ reasons }) => reasons);
  expect(told()).toEqual([]);
  run.do(kill);
  run.seek(SECOND);
  expect(told()).toEqual(['Cart 1 on host-b is already down.']);
});
