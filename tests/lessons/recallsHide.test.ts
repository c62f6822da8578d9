// While the recall of lessons 3, 4 and 5 is open, the stage does not show the answer; once it is locked, it does.
import { expect, it } from 'vitest';
import { checks as third } from '../../lessons/03-what-a-guest-os-costs/checks';
import { scenario as guests } from '../../lessons/03-what-a-guest-os-costs/scenario';
import { checks as fourth } from '../../lessons/04-snapshot-roll-back-clone-move/checks';
import { scenario as disks } from '../../lessons/04-snapshot-roll-back-clone-move/scenario';
import { checks as fifth } from '../../lessons/05-a-box-around-processes/checks';
import { scenario as boxes } from '../../lessons/05-a-box-around-processes/scenario';
import type { LessonScenario } from '../../src/lesson/format';
import { entryOf } from '../../src/lesson/opening';
import { playedOf } from '../../src/lesson/player';
import { createRun, SECOND } from '../../src/sim';

/** The world of a recall as it is entered, and a while after. */
function recall(scenario: LessonScenario, world: string) {
  const spec = { id: world, seed: 1, world: scenario.worlds[world]! };
  const run = createRun(spec);
  run.seek(entryOf(spec));
  const open = playedOf(run);
  const hidden = {
    cores: open.world.ofKind('host')[0]!.cpu.granted,
    vms: open.world.ofKind('vm').filter(({ tags }) => tags.includes('up')).length,
  };
  const held = (question: Readonly<Record<string, (played: typeof open) => boolean>>) =>
    Object.keys(question).filter((option) => question[option]!(playedOf(run)));
  return {
    hidden,
    held,
    granted: () =>
      playedOf(run)
        .world.ofKind('vm')
        .map(({ cpu }) => cpu.granted),
    later: () => {
      run.seek(30 * SECOND);
    },
  };
}

type Question = (typeof third.predictions)[string];

/** While it is open nobody wants CPU, and no option holds; then this one does. Answers what each VM gets. */
function sharesAfterLock(
  of: ReturnType<typeof recall>,
  question: Question,
  right: string,
): readonly number[] {
  expect(of.hidden.cores).toBeLessThan(1_000_000);
  expect(of.held(question)).toEqual([]);
  of.later();
  expect(of.held(question)).toEqual([right]);
  return of.granted();
}

it('lesson 3 lets nobody want CPU until the answer is locked, and each gets a third then', () => {
  const gets = sharesAfterLock(recall(guests, 'three-busy'), third.predictions['thirds']!, 'share');
  expect(Math.max(...gets) - Math.min(...gets)).toBeLessThanOrEqual(1);
  expect(gets.reduce((sum, each) => sum + each)).toBe(8_000_000);
});

it('lesson 4 starts no VM until the answer is locked, and the fourth has no room at any time', () => {
  const { hidden, held, later } = recall(disks, 'three-promised');
  expect(hidden.vms).toBe(0);
  expect(held(fourth.predictions['fourth']!)).toEqual(['no']);
  later();
  expect(held(fourth.predictions['fourth']!)).toEqual(['no']);
});

it('lesson 5 lets nobody want CPU until the answer is locked, and each gets half of the cores then', () => {
  const gets = sharesAfterLock(recall(boxes, 'two-busy-vms'), fifth.predictions['equal-shares']!, 'half');
  expect(gets).toEqual([1_000_000, 1_000_000]);
});
