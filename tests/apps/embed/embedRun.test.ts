// While the question of a part is open, a frame knows it: before the first command, or the first fault of the scenario.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { EmbedRun } from '../../../src/apps/embed/embedRun.svelte';
import { readLinked } from '../../../src/apps/course/linked';
import { noOptions, type LessonOptions } from '../../../src/link';
import { unpackSituation } from '../../../src/link/situations';
import { goesOn } from '../../fixtures/goesOn';

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

async function open(slug: string, options: Partial<LessonOptions>, packed: string | null = null) {
  const entry = lessons.find((lesson) => lesson.slug === slug)!;
  const linked = packed === null ? null : await readLinked(packed, 'link', lessons, null);
  return EmbedRun.open({ entry, linked, options: { ...noOptions, ...options } });
}
async function openAt(run: EmbedRun, ms: number): Promise<boolean> {
  await run.goto({ ms });
  return run.isOpen;
}

it('a question behind a task is open from when that is done until the next deed, whatever was done before', async () => {
  // The walls are drawn at 2.2 s, and then it is asked what falls with VM 1, whose kernel panics at 10 s.
  const run = await open('one-kernel-falls', { moment: 'wall-holds' });
  expect(run.isOpen).toBe(false);
  const seen: boolean[] = [];
  for (const ms of [0, 2000, 2200, 6000, 9999]) seen.push(await openAt(run, ms));
  expect(seen).toEqual([false, false, true, true, true]);
  expect(await openAt(run, 10_000)).toBe(false);
});

it('a question of a step that goes on with another is open although that one was acted in', async () => {
  const options = { ...noOptions, moment: 'vm-3-panics' };
  const run = await EmbedRun.open({ entry: goesOn, linked: null, options });
  expect(run.isOpen).toBe(false);
  expect(await openAt(run, 4000)).toBe(false);
  expect(await openAt(run, 14_000)).toBe(true);
});

it('while a question is open, the situation that is told holds nothing of what would follow', async () => {
  const run = await open('one-kernel-falls', { moment: 'host-kernel-panics' });
  expect((await unpackSituation(await run.situation())).journal).toHaveLength(2);
  await run.goto({ ms: 3000 });
  const { journal, at, furthest } = await unpackSituation(await run.situation());
  expect([journal, at, furthest]).toEqual([[], 3_000_000, undefined]);
  // What was done by then is told.
  await run.goto({ ms: 6000 });
  expect(run.isOpen).toBe(false);
  expect((await unpackSituation(await run.situation())).journal).toHaveLength(2);
});

it('a situation of a lesson is asked about as its world is: open until its first deed', async () => {
  const made = await open('one-kernel-falls', { moment: 'host-kernel-panics' });
  const whole = await made.situation();
  const run = await open('one-kernel-falls', {}, whole);
  expect([run.step, run.isOpen]).toEqual(['one-program', false]);
  expect(await openAt(run, 1000)).toBe(true);
  const named = await open('one-kernel-falls', { step: '2' }, whole);
  expect(named.step).toBe('one-kernel');
});
