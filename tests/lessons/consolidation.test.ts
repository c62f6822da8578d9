// What lesson 2 says of six computers and of the host that took their work: how busy, and what they cost.
import { expect, it } from 'vitest';
import { checks } from '../../lessons/02-many-computers-in-one/checks';
import { scenario } from '../../lessons/02-many-computers-in-one/scenario';
import { solution } from '../../lessons/02-many-computers-in-one/solution';
import { playedOf } from '../../src/lesson/player';
import { createRun } from '../../src/sim';

const NAMES = [
  ...['computers-before', 'busy-before', 'watts-before'],
  ...['computers-after', 'busy-after', 'watts-after', 'saved-in-a-year'],
] as const;

function figuresAt(part: number) {
  const { commands, until } = solution.steps['six-computers-hardly-busy']!;
  const run = createRun(
    { id: 'six', seed: 1, world: scenario.worlds['six-computers']! },
    commands.filter(({ at }) => at <= until * part),
    until * part,
  );
  run.seek(run.furthest);
  return NAMES.map((name) => checks.figures[name]!(playedOf(run)));
}

it('tells both sides, from the cores in use and from what a server draws', () => {
  // Six times 0.6 of 4 cores, and host-a idle; 3.6 of 8 cores. 143 W idle and 101 W more with all cores busy; 8,766 hours.
  const [before, after] = [6 * (143 + 0.15 * 101) + 143, 143 + 0.45 * 101];
  const saved = Math.round(((before - after) * 8.766) / 100) / 10;
  expect(figuresAt(1)).toEqual([
    6,
    '15%',
    'about 1,090 W',
    1,
    '45%',
    'about 190 W',
    `about ${saved.toFixed(1).replace('.', ',')}00 kWh`,
  ]);
});

it('says nothing of afterwards before it has come', () => {
  expect(figuresAt(0.1).slice(3)).toEqual([null, null, null, null]);
});
