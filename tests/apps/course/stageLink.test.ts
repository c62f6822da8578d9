// What is asked for while something slower is still under way: the last one asked for stands and is spoken of.
import { lessons } from 'virtual:lessons';
import { afterEach, describe, expect, it } from 'vitest';
import { readLinked, type Linked } from '../../../src/apps/course/linked';
import { SharedStage } from '../../../src/apps/course/sharedStage.svelte';
import { StageLink } from '../../../src/apps/course/stageLink.svelte';
import { scenarioOf } from '../../../src/lesson/content';
import { packSituation, type Situation } from '../../../src/link/situations';
import type { Door } from '../../../src/playback/door';
import { createDoor } from '../../../src/playback/inThread';
import { Playback } from '../../../src/playback/playback.svelte';
import { createRun, SECOND, type Scenario } from '../../../src/sim';
import { fallen, forked, LESSON, parted } from '../../link/situations';
import { FakeFrames, slowDoor } from '../../playback/fakes';

const entry = lessons.find(({ slug }) => slug === LESSON)!;
const scenario = scenarioOf(await entry.open(), 'two-hosts');
const source = { lesson: LESSON, world: 'two-hosts' };
const linkedOf = async (situation: Situation) =>
  readLinked(await packSituation(situation), 'link', lessons, null);
const [fallenRun, forkedRun] = [await linkedOf(fallen), await linkedOf(forked)];

const open: Playback[] = [];
afterEach(() => {
  for (const playback of open.splice(0)) playback.destroy();
});

/** A stage whose worlds and moves of the head wait until they are let through; `opened`: where worlds shall be entered. */
function slowStage() {
  const { door, open: letThrough } = slowDoor(createDoor(() => createRun));
  const opened: (number | undefined)[] = [];
  const opens: Door['open'] = async (opening) => {
    opened.push(opening.at);
    // A move in a run that is not there fails once moves are let through.
    await door.seek('', 0).catch(() => undefined);
    return door.open(opening);
  };
  const playback = new Playback({ ...door, open: opens }, new FakeFrames());
  open.push(playback);
  return { playback, link: new StageLink(playback), opened, letThrough };
}

const standing = ({ frame, selected }: Playback) => ({
  commands: frame.journal.map(({ command }) => command.name),
  head: frame.head,
  selected,
});

describe('StageLink', () => {
  it('puts nothing of a run into the world that was opened while it was put there', async () => {
    const { playback, link, opened, letThrough } = slowStage();
    const theirs = link.stand(forkedRun);
    await expect.poll(() => opened).toEqual([fallen.at]);
    const mine = link.open(source, scenario, 3 * SECOND);
    letThrough();
    await Promise.all([theirs, mine]);
    expect(standing(playback)).toEqual({ commands: [], head: 3 * SECOND, selected: null });
    expect([link.packed, (await link.situation())?.journal]).toEqual([null, []]);
  });

  it.each<[string, Linked]>([
    ['before it began', fallenRun],
    ['before it began, with a fork', forkedRun],
  ])('lets a run go that was overtaken %s', async (_, linked) => {
    const { playback, link, letThrough } = slowStage();
    letThrough();
    await Promise.all([link.stand(linked), link.open(source, scenario, 3 * SECOND)]);
    expect(standing(playback)).toEqual({ commands: [], head: 3 * SECOND, selected: null });
    expect(await link.pack()).not.toBe(linked.text);
  });

  it.each(Object.entries({ forked, parted }))(
    'stands still after what is done in the past of a run that came with others: %s',
    async (_, situation) => {
      const { playback, link, letThrough } = slowStage();
      letThrough();
      await link.stand(await linkedOf(situation));
      await playback.seek(6 * SECOND);
      const setting = { name: 'set-reboot-on-panic', target: 'kernel/host-b', args: { seconds: 20 } };
      expect([await playback.do(setting), playback.playing]).toEqual([null, false]);
      expect(playback.runs).toHaveLength(situation === forked ? 3 : 4);
    },
  );

  it('lets a world go whose files come after another run was asked for', async () => {
    const { playback, link, letThrough } = slowStage();
    letThrough();
    let arrive: (scenario: Scenario) => void = () => undefined;
    const slow = new Promise<Scenario>((resolve) => (arrive = resolve));
    const world = link.open(source, slow, 3 * SECOND);
    await link.stand(fallenRun);
    arrive(scenario);
    await world;
    expect(standing(playback).head).toBe(fallen.at);
    expect(await link.situation()).toEqual(fallen);
  });

  it('says nothing of the old run under the name of the world to come', async () => {
    const { playback, link, letThrough } = slowStage();
    letThrough();
    await link.stand(fallenRun);
    const world = link.open({ lesson: LESSON, world: 'laptop' }, scenario, 0);
    expect([await link.situation(), await link.pack()]).toEqual([null, null]);
    await world;
    expect((await link.situation())?.scenario).toEqual({ lesson: LESSON, world: 'laptop' });
    expect(playback.frame.journal).toEqual([]);
  });

  it('says nothing of a world that could not be played', async () => {
    const { playback, link, letThrough } = slowStage();
    letThrough();
    await link.stand(fallenRun);
    const impossible = { ...scenario, world: { boxes: [{ kind: 'host', name: 'x', spec: { cores: -1 } }] } };
    await link.open(source, impossible, 0);
    expect(playback.problem).not.toBeNull();
    expect([link.packed, await link.situation()]).toEqual([null, null]);
  });
});

describe('SharedStage', () => {
  const nowhere = { ...fallen, scenario: { lesson: LESSON, world: 'nowhere' } };

  it.each(Object.entries({ 'can be opened': fallen, 'is no good': nowhere }))(
    'is silent about a link that %s when another one was read in the meantime',
    async (_, situation) => {
      const shared = new SharedStage();
      const text = await packSituation(situation);
      let arrive: () => void = () => undefined;
      const arrived = new Promise<void>((resolve) => (arrive = resolve));
      const open = () => arrived.then(() => entry.open());
      const slow = shared.read(text, 'link', [{ ...entry, open }], null);
      const other = await shared.read('no link', 'link', lessons, null);
      const { said } = shared;
      expect([other, said]).toMatchObject([null, { is: 'problem' }]);
      arrive();
      expect(await slow).toBeNull();
      expect(shared.said).toBe(said);
    },
  );
});
