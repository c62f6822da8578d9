// The frame that a world was opened with: what is told begins behind it. And what is asked for before there is one.
import { expect, it } from 'vitest';
import { createDoor } from '../../src/playback/inThread';
import { Playback } from '../../src/playback/playback.svelte';
import { createRun, SECOND } from '../../src/sim';
import { hostA, hostB, scenario } from '../fixtures/worlds';
import { FakeFrames } from './fakes';

it('stays, whatever is done, until another world is opened', async () => {
  const twoHosts = scenario([hostA, hostB]);
  const playback = new Playback(
    createDoor(() => createRun),
    new FakeFrames(),
  );
  await playback.open(twoHosts);
  const first = playback.frame;
  await playback.seek(3 * SECOND);
  await playback.do({ name: 'kill-process', target: 'process/b-cart-1' });
  expect(playback.opened).toBe(first);
  await playback.open(twoHosts);
  expect(playback.opened).toBe(playback.frame);
  expect(playback.opened).not.toBe(first);
});

it('waits for its first run: what is asked for before is nothing, and nothing goes wrong', async () => {
  const frames = new FakeFrames();
  const playback = new Playback(
    createDoor(() => createRun),
    frames,
  );
  playback.play();
  await frames.run(100);
  expect([playback.problem, playback.playing]).toEqual([null, true]);
  await Promise.all([playback.seek(SECOND), playback.nextFact(), playback.undo(), playback.compare('1')]);
  expect([playback.problem, await playback.digest(), playback.frame.run]).toEqual([null, '', '']);
  await playback.open(scenario([hostA]));
  expect([playback.problem, playback.frame.head]).toEqual([null, 0]);
});
