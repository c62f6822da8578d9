// While the question of a part is open, a frame knows it: before the first command, or the first fault of the scenario.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { EmbedRun } from '../../../src/apps/embed/embedRun.svelte';
import { noOptions } from '../../../src/link';

/** Moments of a step that is acted in, of one in which faults come by themselves, and of a transfer question. */
const PLACES = [
  ['one-kernel-falls', 'host-kernel-panics'],
  ['what-a-guest-os-costs', 'swapping'],
  ['many-computers-in-one', 'neighbour-panics'],
] as const;

it.each(PLACES)('%s is open before its question is answered, and no longer at %s', async (slug, moment) => {
  const entry = lessons.find((lesson) => lesson.slug === slug)!;
  const run = await EmbedRun.open({ entry, linked: null, options: { ...noOptions, moment } });
  expect(run.moment).toBe(moment);
  expect(run.isOpen).toBe(false);
  await run.goto({ ms: 0 });
  expect(run.isOpen).toBe(true);
});
