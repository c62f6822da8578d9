// Nothing is lost by a link: whatever tree of runs stands on a stage stands on the next one in the same way.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { readLinked } from '../../../src/apps/course/linked';
import { StageLink } from '../../../src/apps/course/stageLink.svelte';
import { scenarioOf } from '../../../src/lesson/content';
import { MOST_LINK, packSituation, readSituation, writeSituation } from '../../../src/link/situations';
import { engineDoor } from '../../../src/playback/engine';
import { Playback } from '../../../src/playback/playback.svelte';
import { SECOND, type Command } from '../../../src/sim';
import { Draws } from '../../laws/chaos';
import { LESSON } from '../../link/situations';

const entry = lessons.find(({ slug }) => slug === LESSON)!;
const scenario = scenarioOf(await entry.open(), 'two-hosts');
const source = { lesson: LESSON, world: 'two-hosts' };

const ACTS: readonly Command[] = [
  { name: 'panic-kernel', target: 'kernel/vm-2' },
  { name: 'panic-kernel', target: 'kernel/host-b' },
  { name: 'pull-plug', target: 'host/host-a' },
  { name: 'kill-process', target: 'process/b-cart-1' },
  { name: 'set-reboot-on-panic', target: 'kernel/host-b', args: { seconds: 20 } },
];

/** A stage on which nothing stands yet. */
function stage() {
  const playback = new Playback(engineDoor());
  return { playback, link: new StageLink(playback) };
}

/** A stage on which somebody went to and fro, acted, took back and compared, with so many runs. */
async function grown(seed: number, count: number) {
  const made = stage();
  const { playback, link } = made;
  await link.open(source, scenario, 0);
  const draws = new Draws(seed);
  const anyRun = () => draws.pick(playback.runs.map(({ id }) => id));
  const steps: readonly (() => Promise<unknown>)[] = [
    () => playback.seek(draws.int(0, 20) * SECOND),
    () => playback.do(draws.pick(ACTS)),
    () => playback.undo(),
    () => playback.switchRun(anyRun()),
    () => playback.compare(draws.pick([null, anyRun()])),
  ];
  for (let step = 0; step < 40 && playback.runs.length <= count; step++) {
    const before = playback.runs.length;
    await draws.pick(
      steps.filter((_, at) => at !== 1 || before < count || playback.frame.head === playback.furthest),
    )();
    playback.pause();
  }
  return made;
}

const told = ({ runs, current, compared, frame }: Playback) => ({
  ...{ runs, current, beside: compared?.run, at: [frame.head, compared?.head] },
});

it('as it was: 40 trees of up to five runs', async () => {
  const sizes = new Set<number>();
  for (let seed = 1; seed <= 40; seed++) {
    const { playback, link } = await grown(seed, 5);
    const written = (await link.situation())!;
    expect(readSituation(writeSituation(written)), `seed ${seed}`).toEqual(written);
    const next = stage();
    await next.link.stand(await readLinked(await packSituation(written), 'link', lessons, LESSON));
    expect(told(next.playback), `seed ${seed}`).toEqual(told(playback));
    expect(await next.link.situation(), `seed ${seed}`).toEqual(written);
    expect(await next.playback.digest()).toBe(await playback.digest());
    for (const { id } of playback.runs) {
      for (const each of [playback, next.playback]) {
        await each.compare(null);
        await each.switchRun(id);
      }
      expect(await next.playback.digest(), `seed ${seed}, run ${id}`).toBe(await playback.digest());
      expect(next.playback.frame.facts).toEqual(playback.frame.facts);
    }
    sizes.add(playback.runs.length);
    playback.destroy();
    next.playback.destroy();
  }
  expect([...sizes].sort()).toEqual([1, 2, 3, 4, 5]);
});

it('with fewer of its runs where a link has no room for all: what is looked at stays', async () => {
  const { playback, link } = stage();
  await link.open(source, scenario, 0);
  const draws = new Draws(1);
  for (let run = 0; run < 13; run++) {
    for (let act = 0; act < 160; act++) {
      await playback.seek(SECOND + 100_000 * act + draws.int(0, 99_999));
      const seconds = draws.int(1, 60);
      const target = draws.pick(['kernel/host-a', 'kernel/host-b']);
      await playback.do({ name: 'set-reboot-on-panic', target, args: { seconds } });
    }
    await playback.seek(0);
  }
  const { journal } = playback.frame;
  const packed = (await link.packNow())!;
  expect(packed.length).toBeLessThanOrEqual(MOST_LINK);
  const { situation } = await readLinked(packed, 'link', lessons, LESSON);
  expect(situation.journal).toEqual(journal);
  expect(situation.runs?.length).toBeGreaterThan(1);
  expect(situation.runs?.length).toBeLessThan(playback.runs.length);
  playback.destroy();
});
