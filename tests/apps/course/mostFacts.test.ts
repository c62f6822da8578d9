// What a page writes it also reads: no more than is played again for one link, of all runs together.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { readLinked } from '../../../src/apps/course/linked';
import { packStanding, situationOf, type Standing } from '../../../src/apps/course/runSituation';
import { StageLink } from '../../../src/apps/course/stageLink.svelte';
import { scenarioOf } from '../../../src/lesson/content';
import { MOST_AT } from '../../../src/link/limits';
import { MOST_FACTS, packSituation, runsOf, type Situation } from '../../../src/link/situations';
import { engineDoor } from '../../../src/playback/engine';
import { Playback } from '../../../src/playback/playback.svelte';
import { SECOND } from '../../../src/sim';
import { LESSON } from '../../link/situations';

const entry = lessons.find(({ slug }) => slug === LESSON)!;
const scenario = scenarioOf(await entry.open(), 'two-hosts');
const source = { lesson: LESSON, world: 'two-hosts' };

/** A stage with four runs, each of which left the first one at its beginning; the last is looked at. */
async function stage() {
  const playback = new Playback(engineDoor());
  const link = new StageLink(playback);
  await link.open(source, scenario, 0);
  await playback.seek(30 * SECOND);
  for (const target of ['kernel/vm-1', 'kernel/vm-2', 'kernel/vm-3']) {
    await playback.seek(SECOND);
    await playback.do({ name: 'panic-kernel', target });
    await playback.seek(30 * SECOND);
  }
  playback.pause();
  const standing = (): Standing => {
    const { frame, runs, current, compared, selected } = playback;
    return { frame, runs, current, compared, selected, source };
  };
  return { playback, link, standing };
}

const read = async (situation: Situation) =>
  (await readLinked(await packSituation(situation), 'link', lessons, LESSON)).situation;

describe('of more facts than are played again', () => {
  it('other runs are left out first, until the rest is not too much', async () => {
    const { playback, standing } = await stage();
    const now = standing();
    const told = (each: number) => ({ ...now, runs: now.runs.map((run) => ({ ...run, told: each })) });
    const counts = [MOST_FACTS / 4, MOST_FACTS / 4 + 1, MOST_FACTS / 2 + 1].map(
      (each) => runsOf(situationOf(told(each))!).length,
    );
    expect(counts).toEqual([4, 3, 1]);
    const alone = situationOf(told(MOST_FACTS))!;
    expect(await read(alone)).toEqual(alone);
    expect(alone.journal).toEqual(playback.frame.journal);
    playback.destroy();
  });

  it('then what was played after the instant that is seen; what is too much until there is not written', async () => {
    const { playback, standing } = await stage();
    await playback.seek(6 * SECOND);
    const { frame, runs, ...rest } = standing();
    const many = (at: number): Standing => {
      const fact = { ...frame.known[0]!, at };
      const known = Array.from({ length: MOST_FACTS + 1 }, () => fact);
      return {
        ...rest,
        frame: { ...frame, known },
        runs: runs.map((run) => ({ ...run, told: known.length })),
      };
    };
    const later = situationOf(many(7 * SECOND))!;
    expect([later.at, later.furthest, runsOf(later).length]).toEqual([6 * SECOND, undefined, 1]);
    expect(await read(later)).toEqual(later);
    const before = many(6 * SECOND);
    expect([situationOf(before), await packStanding(before)]).toEqual([null, null]);
    playback.destroy();
  });

  it('are counted as they are when they are played again', async () => {
    const { playback, link } = await stage();
    const again = new Playback(engineDoor());
    const next = new StageLink(again);
    await next.stand(await readLinked((await link.pack())!, 'link', lessons, LESSON));
    expect(again.runs).toEqual(playback.runs);
    for (const each of [playback, again])
      for (const { id, told } of each.runs) {
        await each.switchRun(id);
        expect(told, id).toBe(each.frame.known.length);
      }
    playback.destroy();
    again.destroy();
  });
});

it('an address stays at the last run that a link carries', async () => {
  const { playback, link } = await stage();
  await link.stand(await readLinked((await link.pack())!, 'link', lessons, LESSON));
  const kept = link.packed;
  await playback.seek(MOST_AT + 1);
  expect([await link.situation(), await link.pack(), await link.packNow()]).toEqual([null, null, kept]);
  expect([link.isStanding, kept]).toEqual([true, expect.any(String)]);
  playback.destroy();
});
