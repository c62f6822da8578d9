// An act in the past: time goes on from it as it would have without the drag.
import { expect, it } from 'vitest';
import { createDoor } from '../../src/playback/inThread';
import { Playback } from '../../src/playback/playback.svelte';
import { createRun, SECOND, type Command } from '../../src/sim';
import { hostA, hostB, scenario } from '../fixtures/worlds';
import { FakeFrames } from './fakes';

const panic: Command = { name: 'panic-kernel', target: 'kernel/vm-2' };
const restart: Command = { name: 'set-on-crash', target: 'vm/vm-3', args: { action: 'restart' } };

it.each([
  ['goes on where time ran until it was dragged', false],
  ['stands where time was stopped before', true],
])('%s', async (_, stopped) => {
  const playback = new Playback(
    createDoor(() => createRun),
    new FakeFrames(),
  );
  await playback.open(scenario([hostA, hostB]));
  await playback.seek(9 * SECOND);
  await playback.do(panic);
  playback.play();
  if (stopped) playback.pause();
  await playback.seek(3 * SECOND);
  await playback.seek(4 * SECOND);
  expect(playback.playing).toBe(false);
  await playback.do(restart);
  expect([playback.runs.length, playback.playing]).toEqual([2, !stopped]);
});
