// Time on a machine on which each frame takes long: it does not stand still. How far it comes is bounded by what a frame counts.
import { expect, it } from 'vitest';
import { createDoor } from '../../src/playback/inThread';
import { Playback } from '../../src/playback/playback.svelte';
import { createRun, SECOND } from '../../src/sim';
import { hostA, scenario } from '../fixtures/worlds';
import { FakeFrames } from './fakes';

it.each([600, 3_000])('time runs on where each frame takes %d ms', async (wall) => {
  const frames = new FakeFrames();
  const playback = new Playback(
    createDoor(() => createRun),
    frames,
  );
  await playback.open(scenario([hostA]));
  playback.speed = 10;
  playback.play();
  for (let frame = 0; frame < 12; frame++) await frames.pass(wall);
  // Two frames tell that it is slow; of each of the ten others half a second counts.
  expect(playback.frame.head / SECOND).toBeGreaterThanOrEqual(49);
  expect(playback.frame.head / SECOND).toBeLessThan(52);
  playback.destroy();
});
