// Two runs beside each other: one clock, whatever is done to either of them.
import { describe, expect, it } from 'vitest';
import { createDoor } from '../../src/playback/inThread';
import { Playback } from '../../src/playback/playback.svelte';
import { createRun, SECOND, type Command } from '../../src/sim';
import { hostA, hostB, scenario } from '../fixtures/worlds';
import { FakeFrames, slowDoor } from './fakes';

const twoHosts = scenario([hostA, hostB]);
const panic = (name: string): Command => ({ name: 'panic-kernel', target: `kernel/${name}` });
const killCart: Command = { name: 'kill-process', target: 'process/b-cart-1' };

/** A first run to 20 s with a panic of VM 2 at 10 s, and a fork at 5 s that kills a cart; the fork is shown. */
async function forked(
  door = createDoor(() => createRun),
): Promise<{ playback: Playback; frames: FakeFrames }> {
  const frames = new FakeFrames();
  const playback = new Playback(door, frames);
  await playback.open(twoHosts);
  await playback.seek(10 * SECOND);
  await playback.do(panic('vm-2'));
  await playback.seek(20 * SECOND);
  await playback.seek(5 * SECOND);
  await playback.do(killCart);
  playback.pause();
  return { playback, frames };
}

/** Runs and heads on the screen. */
const onScreen = ({ frame, compared }: Playback) =>
  [frame, compared].map((each) => each && [each.run, each.view.at / SECOND]);

describe('comparing', () => {
  it('shows the other run at the instant of the first, and one head drives both', async () => {
    const { playback } = await forked();
    await playback.compare('1');
    expect(onScreen(playback)).toEqual([
      ['2', 5],
      ['1', 5],
    ]);
    await playback.seek(12 * SECOND);
    expect(onScreen(playback)).toEqual([
      ['2', 12],
      ['1', 12],
    ]);
    expect(playback.frame.blasts.map(({ root }) => root)).toEqual(['process/b-cart-1']);
    expect(playback.compared?.blasts.map(({ root }) => root)).toEqual(['kernel/vm-2']);
    await playback.compare(null);
    expect(onScreen(playback)).toEqual([['2', 12], null]);
  });

  it('never shows two instants, also behind a slow door', async () => {
    const seen: (readonly [number, number])[] = [];
    const { door, open } = slowDoor(createDoor(() => createRun));
    open();
    const { playback } = await forked(door);
    await playback.compare('1');
    const moves = [1, 2, 15, 8].map((seconds) =>
      playback
        .seek(seconds * SECOND)
        .then(() => seen.push([playback.frame.view.at, playback.compared?.view.at ?? -1])),
    );
    await Promise.all(moves);
    expect(seen.length).toBe(4);
    expect(seen.every(([one, other]) => one === other)).toBe(true);
    expect(playback.frame.head).toBe(8 * SECOND);
  });

  it('plays a run that is shorter than the head further', async () => {
    const { playback } = await forked();
    await playback.switchRun('1');
    await playback.seek(18 * SECOND);
    await playback.compare('2');
    expect(onScreen(playback)).toEqual([
      ['1', 18],
      ['2', 18],
    ]);
    expect(playback.runs.map(({ furthest }) => furthest / SECOND)).toEqual([20, 18]);
  });

  it('goes from fact to fact of either', async () => {
    const { playback } = await forked();
    await playback.compare('1');
    await playback.seek(0);
    const heads: number[] = [];
    for (const step of ['nextFact', 'nextFact', 'previousFact'] as const) {
      await playback[step]();
      heads.push(playback.frame.head / SECOND);
    }
    expect(heads).toEqual([5, 10, 5]);
  });

  it('slows for what happens in either while it plays, and shows it at its instant', async () => {
    const { playback, frames } = await forked();
    await playback.compare('1');
    await playback.seek(6 * SECOND);
    playback.speed = 100;
    playback.play();
    await frames.pass(20);
    const heads: number[] = [];
    while (playback.frame.head < 15 * SECOND) {
      await frames.pass(20);
      heads.push(playback.frame.head);
      expect(playback.compared?.head).toBe(playback.frame.head);
    }
    expect(heads).toContain(10 * SECOND);
  });

  it('lets the two change places, and takes a third one in', async () => {
    const { playback } = await forked();
    await playback.compare('1');
    await playback.switchRun('1');
    expect(onScreen(playback).map((each) => each?.[0])).toEqual(['1', '2']);
    await playback.seek(3 * SECOND);
    await playback.do(panic('host-b'));
    expect(onScreen(playback)).toEqual([
      ['3', 3],
      ['2', 3],
    ]);
    expect(playback.runs[2]).toMatchObject({ parent: '1', forkedAt: 3 * SECOND });
    await playback.compare('1');
    expect(onScreen(playback).map((each) => each?.[0])).toEqual(['3', '1']);
  });

  it('works for the fork of a fork', async () => {
    const { playback } = await forked();
    await playback.seek(9 * SECOND);
    await playback.seek(7 * SECOND);
    await playback.do(panic('vm-5'));
    playback.pause();
    expect(playback.runs[2]).toMatchObject({ parent: '2', forkedAt: 7 * SECOND });
    await playback.compare('1');
    await playback.seek(11 * SECOND);
    expect(playback.frame.blasts.map(({ root }) => root)).toEqual(['process/b-cart-1', 'kernel/vm-5']);
    expect(playback.compared?.blasts.map(({ root }) => root)).toEqual(['kernel/vm-2']);
    expect(await playback.digest()).toBe(createRun(twoHosts, playback.frame.journal, 11 * SECOND).digest());
  });

  it('goes on while a command is refused, and while one is taken back', async () => {
    const { playback } = await forked();
    await playback.compare('1');
    await playback.seek(8 * SECOND);
    expect((await playback.do(killCart))?.code).toBe('already-down');
    expect(playback.runs).toHaveLength(2);
    expect(playback.undoable).toEqual({ at: 5 * SECOND, command: killCart });
    await playback.undo();
    expect(playback.undoable).toBeNull();
    expect(onScreen(playback)).toEqual([
      ['2', 8],
      ['1', 8],
    ]);
    expect(playback.frame.facts).toEqual(playback.compared?.facts);
    await playback.undo();
    expect(playback.frame.journal).toEqual([]);
  });

  it('ends with its own run, with nothing and with the next world', async () => {
    const { playback } = await forked();
    await playback.compare('2');
    expect(playback.compared).toBeNull();
    await playback.compare('7');
    expect(playback.problem?.message).toContain('"7"');
    expect(onScreen(playback)).toEqual([['2', 5], null]);
    await playback.compare('1');
    await playback.open(scenario([hostB]));
    expect(playback.compared).toBeNull();
    expect(playback.runs).toHaveLength(1);
  });
});

describe('taking back', () => {
  it('leaves the head where it is, before the command too, and the forks as they are', async () => {
    const { playback } = await forked();
    await playback.switchRun('1');
    expect(playback.frame.head).toBe(5 * SECOND);
    expect(playback.undoable?.at).toBe(10 * SECOND);
    await playback.undo();
    expect(playback.frame).toMatchObject({ head: 5 * SECOND, furthest: 20 * SECOND, journal: [] });
    expect(playback.frame.known).toEqual(createRun(twoHosts, [], 20 * SECOND).facts.slice(0));
    expect(playback.runs.map(({ by, parent }) => [by?.command ?? null, parent])).toEqual([
      [null, null],
      [killCart, '1'],
    ]);
    await playback.switchRun('2');
    expect(playback.frame.journal).toEqual([{ at: 5 * SECOND, command: killCart }]);
  });
});
