// A lesson that is begun before all of it is there: nothing done meanwhile is lost, and nothing is judged too early.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { ArrivingLesson } from '../../../src/apps/course/arriving.svelte';
import { LessonRun } from '../../../src/apps/course/lessonRun.svelte';
import { noOptions } from '../../../src/link';

const entry = lessons.find(({ slug }) => slug === 'one-kernel-falls')!;

/** A lesson whose rest comes when it is let go, or never. */
async function begin() {
  let letGo = (): void => undefined;
  let lose = (): void => undefined;
  const way = new Promise<void>((resolve, reject) => {
    letGo = resolve;
    lose = () => reject(new Error('no network'));
  });
  const content = new ArrivingLesson(
    { ...entry, open: () => way.then(() => entry.open()) },
    await entry.begin(),
  );
  const run = new LessonRun({
    entry,
    content,
    complete: () => content.complete(),
    progress: undefined,
    options: { ...noOptions, autoplay: false },
  });
  await run.stand(run.context.stage);
  return { run, content, letGo, lose };
}

describe('the beginning of a lesson', () => {
  it('holds its first question and no other', async () => {
    const { page } = await entry.begin();
    const whole = (await entry.open()).page;
    expect(page.recall).toEqual(whole.recall);
    expect(page.steps.map(({ slug, title, parts }) => [slug, title, parts])).toEqual(
      whole.steps.map(({ slug, title }) => [slug, title, []]),
    );
    expect([page.transfer, whole.transfer === null]).toEqual([null, false]);
  });

  it('is a whole first step where no earlier lesson is asked again', async () => {
    const pages = await Promise.all(
      lessons.map(async (each) => [(await each.begin()).page, (await each.open()).page] as const),
    );
    const [begun, whole] = pages.find(([, { recall }]) => recall === null)!;
    expect(begun.steps[0]).toEqual(whole.steps[0]);
    expect(begun.steps[1]?.parts).toEqual([]);
  });
});

describe('a lesson that is on its way', () => {
  it('takes an answer at once, and judges it when the rest is there', async () => {
    const { run, letGo } = await begin();
    run.send({ type: 'choose', option: 'none' });
    run.send({ type: 'lock' });
    run.judge();
    expect([run.phase, run.context.progress.answers]).toEqual(['running', { 'own-kernel': 'none' }]);
    letGo();
    await run.complete();
    expect([run.phase, run.context.progress.outcomes]).toEqual(['explained', { 'own-kernel': 'none' }]);
    run.stop();
  });

  it('keeps what needs the rest until it is there', async () => {
    const { run, content, letGo } = await begin();
    run.send({ type: 'visit', step: 'one-kernel' });
    expect(run.context.progress.place).toBe('recall');
    letGo();
    await run.complete();
    expect(run.context.progress.place).toBe('one-kernel');
    expect(content.page).toEqual((await entry.open()).page);
    run.stop();
  });

  it('says that the rest cannot be had', async () => {
    const { run, lose } = await begin();
    run.send({ type: 'visit', step: 'one-kernel' });
    lose();
    await expect(run.complete()).rejects.toThrow('no network');
    expect(run.context.progress.place).toBe('recall');
    run.stop();
  });
});
