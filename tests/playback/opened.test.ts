// The frame that a world was opened with: what is told begins behind it.
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
