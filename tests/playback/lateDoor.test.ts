// The door whose engine comes later: it tells at once what was prepared, and whoever asks for more waits for it.
import { describe, expect, it } from 'vitest';
import { preparedOpening } from '../../src/lesson/opening';
import type { Door } from '../../src/playback/door';
import { engineDoor } from '../../src/playback/engine';
import { LateDoor } from '../../src/playback/lateDoor';
import { Playback } from '../../src/playback/playback.svelte';
import { RunProblem } from '../../src/playback/problem';
import { createRun, SECOND, type Command } from '../../src/sim';
import { hostA, scenario } from '../fixtures/worlds';
import { FakeFrames, settled } from './fakes';

const world = scenario([hostA]);
const at = 3 * SECOND;
const prepared = preparedOpening('here', createRun(world, [], at), createRun(world).view().entities);
const panic: Command = { name: 'panic-kernel', target: 'kernel/vm-2' };

/** A door whose engine comes when the test lets it, or is lost; `asked` counts how often it was asked for. */
function late() {
  let letGo = (): void => undefined;
  let lose = (): void => undefined;
  const asked = { count: 0 };
  const load = () =>
    new Promise<Door>((resolve, reject) => {
      asked.count += 1;
      letGo = () => resolve(engineDoor());
      lose = () => reject(new Error('no network'));
    });
  const door = new LateDoor(load);
  return { door, asked, letGo: () => letGo(), lose: () => lose() };
}

describe('a door whose engine comes later', () => {
  it('tells what was prepared without it, and has it fetched when somebody wants to be ready', async () => {
    const { door, asked, letGo } = late();
    const opened = await door.open({ scenario: world, at, prepared });
    expect(opened).toMatchObject({ run: '1', head: at, furthest: at, journal: [] });
    expect(await door.digest('1')).toBe(createRun(world, [], at).digest());
    expect(asked.count).toBe(0);
    const ready = door.ready();
    expect(asked.count).toBe(1);
    letGo();
    await ready;
    expect(await door.digest('1')).toBe(createRun(world, [], at).digest());
    expect((await door.seek('1', 2 * at)).head).toBe(2 * at);
  });

  it('does what was asked for in between, in order', async () => {
    const { door, letGo } = late();
    await door.open({ scenario: world, at, prepared });
    const [refusal, done] = [door.check('1', panic), door.do('1', panic)];
    const sought = door.seek('1', 5 * SECOND);
    letGo();
    expect(await refusal).toBeNull();
    expect((await done).report.journal).toEqual([{ at, command: panic }]);
    expect((await sought).head).toBe(5 * SECOND);
    const straight = createRun(world, [{ at, command: panic }], 5 * SECOND);
    expect(await door.digest('1')).toBe(straight.digest());
  });

  it('opens another world when the engine is there, and no prepared one twice', async () => {
    const { door, letGo } = late();
    await door.open({ scenario: world, at, prepared });
    const other = door.open({ scenario: world, at: SECOND });
    letGo();
    expect((await other).head).toBe(SECOND);
    const again = await door.open({ scenario: world, at, prepared });
    expect((await door.seek(again.run, 4 * SECOND)).head).toBe(4 * SECOND);
  });

  it('lets go of what comes after it was closed, and of what never comes', async () => {
    const { door, letGo } = late();
    await door.open({ scenario: world, at, prepared });
    const sought = door.seek('1', 4 * SECOND);
    door.close();
    letGo();
    await expect(sought).rejects.toBeInstanceOf(RunProblem);
    const lost = late();
    await lost.door.open({ scenario: world, at, prepared });
    const ready = lost.door.ready();
    lost.door.close();
    lost.lose();
    await expect(ready).rejects.toThrow('no network');
  });

  it('says that the engine cannot be had, and asks for it again when somebody needs it', async () => {
    const { door, asked, lose, letGo } = late();
    await door.open({ scenario: world, at, prepared });
    const sought = door.seek('1', 4 * SECOND);
    lose();
    await expect(sought).rejects.toThrow('no network');
    const opened = await door.open({ scenario: world, at, prepared });
    expect(asked.count).toBe(1);
    const second = door.seek(opened.run, 4 * SECOND);
    letGo();
    expect((await second).head).toBe(4 * SECOND);
    expect(asked.count).toBe(2);
  });
});

describe('playback before its engine is there', () => {
  it('shows the world, and plays as soon as it can', async () => {
    const { door, letGo } = late();
    const frames = new FakeFrames();
    const playback = new Playback(door, frames);
    await playback.open(world, { at, prepared });
    expect([playback.frame.head, playback.isReady]).toEqual([at, false]);
    playback.play();
    await frames.run(200);
    expect(playback.frame.head).toBe(at);
    letGo();
    await settled();
    expect(playback.isReady).toBe(true);
    await frames.run(200);
    expect(playback.frame.head).toBeGreaterThan(at);
    expect(playback.problem).toBeNull();
  });

  it('gives a command that is asked for before once, when the engine comes', async () => {
    const { door, letGo } = late();
    const playback = new Playback(door, new FakeFrames());
    await playback.open(world, { at, prepared });
    const done = playback.do(panic);
    await settled();
    expect(playback.frame.journal).toEqual([]);
    letGo();
    expect(await done).toBeNull();
    await settled();
    expect(playback.frame.journal).toEqual([{ at, command: panic }]);
    expect(playback.frame.facts.filter(({ name }) => name === 'command.panic-kernel')).toHaveLength(1);
  });

  it('says what kept it from playing, and goes on when the world is opened again', async () => {
    const { door, lose, letGo } = late();
    const playback = new Playback(door, new FakeFrames());
    await playback.open(world, { at, prepared });
    lose();
    await settled();
    expect(playback.problem).toMatchObject({ code: 'engine', message: 'no network' });
    await playback.open(world, { at, prepared });
    expect(playback.problem).toBeNull();
    await settled();
    letGo();
    await settled();
    expect([playback.isReady, playback.problem]).toEqual([true, null]);
    expect(await playback.do(panic)).toBeNull();
  });
});
