// A script that starts hundreds of boxes does not hold playback up: wall seconds of lesson 9's race.
import { expect, it } from 'vitest';
import { scenario } from '../../lessons/09-how-many-fit/scenario';
import { createDoor } from '../../src/playback/inThread';
import { Playback } from '../../src/playback/playback.svelte';
import { createRun, SECOND } from '../../src/sim';
import { FakeFrames } from './fakes';

it('goes at nearly ten times as soon as the first boxes of the script were shown', async () => {
  const frames = new FakeFrames();
  const door = createDoor(() => createRun);
  const playback = new Playback(door, frames);
  await playback.open({ id: 'race', seed: 9, world: scenario.worlds['race']! });
  playback.speed = 10;
  playback.play();
  await frames.run(1_600);
  expect(playback.frame.head).toBeGreaterThan(5 * SECOND);
  await frames.run(1_000);
  expect(playback.frame.head).toBeGreaterThan(14 * SECOND);
});
