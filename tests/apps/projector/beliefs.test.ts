// A belief that a wrong option stands for is told to a teacher in words, never by its number.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { nextWords, notesFor } from '../../../src/apps/projector/notes';
import { programmeOf, type Stop } from '../../../src/lesson/programme';
import { predictionsOf } from '../../../src/lesson/evaluate';
import { beliefs } from '../../../src/i18n/projector';

it.each(lessons)('$slug has no belief without words', async (entry) => {
  const { page } = await entry.open();
  const asked = [...page.steps.flatMap(predictionsOf), ...(page.transfer ? [page.transfer.prediction] : [])];
  const met = asked.flatMap(({ options }) => options.flatMap(({ misconception }) => misconception ?? []));
  expect(met.length).toBeGreaterThan(0);
  expect(met.filter((id) => !(id in beliefs))).toEqual([]);
});

it('the notes say what is believed, also where the text for the teacher names it', async () => {
  const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;
  const content = await entry.open();
  const stops = programmeOf(content, await entry.solution());
  const stop = stops.find(
    (each: Stop) => each.kind === 'question' && each.way.step === content.page.steps[1]!.slug,
  )!;
  const notes = notesFor({ stop, content });
  const whole = notes.map(({ about, text }) => `${about} ${text}`).join(' ');
  expect(whole).toContain(`The belief: ${beliefs['M3']!}.`);
  expect(whole).toContain(`"${beliefs['M10']!}"`);
  expect(whole).not.toMatch(/\bM\d/);
  // Figures are read from the solution: the class has seen nothing yet.
  expect(whole).not.toContain('…');
});

it('between two votes the second one is told before what comes after it', async () => {
  const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;
  const content = await entry.open();
  const stops = programmeOf(content, await entry.solution());
  const at = stops.findIndex(
    ({ kind, way }) => kind === 'question' && way.step === content.page.steps[1]!.slug,
  );
  const talk = { stop: at, draft: [], votes: {}, unit: 'tenths' as const, wrong: null, isBlank: false };
  const told = (part: 'talking' | 'counted') =>
    nextWords({ next: at + 1, stops, content, played: { commands: [] } as never, talk: { ...talk, part } });
  expect(told('counted')).toBe('The kernel of VM 2 panics');
  expect(told('talking')).toBe('The second vote, or at once: the kernel of VM 2 panics');
});
