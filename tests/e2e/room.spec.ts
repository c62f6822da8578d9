// How a lesson page shares out its height: the stage has the most of it, and its scale does not move within a world.
import { expect, type Page } from '@playwright/test';
import { expectWhole, Learner } from './learner';
import { settle } from './looks';
import { test } from './page';

/** Height of the picture, what stands empty between what can be done and what happened, and how far captions lie on acts. */
async function heights(page: Page): Promise<{ stage: number; empty: number; over: number; onActs: number }> {
  await settle(page);
  return page.evaluate(() => {
    const box = (it: Element | null | undefined) => it!.getBoundingClientRect();
    const named = (text: string) =>
      [...document.querySelectorAll('h2')].find((it) => it.textContent === text);
    const happened = box(named('What happened')?.closest('section'));
    const acts = document.querySelectorAll('section[aria-labelledby="commands-title"] > *');
    const ends = [...acts].map(box).filter(({ height }) => height > 1);
    const shown = Math.min(happened.top, Math.max(...ends.map(({ bottom }) => bottom)));
    const told = [...document.querySelectorAll('[role=log]')].map(box).filter(({ width }) => width > 1);
    const title = document.querySelector('#commands-title');
    const scrolled = document.querySelector('.world')!;
    return {
      stage: Math.round(box(document.querySelector('[data-digest]')).height),
      empty: Math.round(happened.top - shown),
      over: scrolled.scrollHeight - scrolled.clientHeight,
      onActs: Math.max(0, ...told.map(({ bottom }) => (title ? Math.round(bottom - box(title).top) : 0))),
    };
  });
}

async function openStep(page: Page, slug: string, step: number): Promise<Learner> {
  await page.goto(`./#/lesson/${slug}?step=${step}&autoplay=0`);
  await expectWhole(page);
  await expect(page.getByRole('slider', { name: 'Time' })).toBeVisible();
  return new Learner(page);
}

/** In a window of 900 px: more than half of what the header and the keys leave. */
const STAGE = 430;
/** One line of acts over the lane of one host: what three whole lines, and three of marks, will take. */
const EMPTY = 136;

test.describe('in a window of 1440 x 900', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  for (const { slug, step, box } of [
    { slug: 'one-kernel-falls', step: 1, box: 'cart 1 on host-b' },
    { slug: 'build-it-again', step: 2, box: 'runtime on the laptop' },
    { slug: 'build-it-again', step: 5, box: 'runtime on host-b' },
  ])
    for (const captions of [false, true])
      test(`${slug}, step ${step}: the picture keeps its height ${captions ? 'over' : 'without'} captions`, async ({
        page,
      }) => {
        await page.addInitScript((captions) => {
          const preferences = { theme: 'system', telling: 'some', captions, letterKeys: true };
          localStorage.setItem('blast-radius-preferences', JSON.stringify(preferences));
        }, captions);
        const learner = await openStep(page, slug, step);
        const opened = await heights(page);
        expect(opened.stage).toBeGreaterThan(captions ? STAGE - 50 : STAGE);
        const same = { stage: opened.stage, over: 0, onActs: 0 };
        const expectKept = async (when: string) => {
          const { empty, ...kept } = await heights(page);
          expect(kept, when).toEqual(same);
          expect(empty, when).toBeLessThanOrEqual(EMPTY);
        };
        await expectKept('a question is open');
        await page.getByRole('radio', { name: /^A / }).press('Space');
        await learner.press('Lock my answer');
        await expectKept('an answer is locked');
        await learner.select(box);
        await expectKept('a box is selected');
        await page.keyboard.press('Escape');
        await expectKept('none is selected');
        await learner.showTheEnd();
        await expectKept('all is done');
        await learner.select(box);
        await expectKept('a box is selected at the end');
      });

  for (const step of [4, 5])
    test(`layers beside an open inspector leave the hosts their room: lesson 7, step ${step}`, async ({
      page,
    }) => {
      const learner = await openStep(page, 'build-it-again', step);
      await page.getByRole('radio', { name: /^A / }).press('Space');
      await learner.press('Lock my answer');
      await learner.showTheEnd();
      await learner.box(step === 4 ? 'runtime on the laptop' : 'VM 1').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^Inspect/ }).click();
      await expect(page.getByRole('heading', { name: 'What does it stand on?' })).toBeVisible();
      await settle(page);
      await expect(page.locator('.stage > .picture.scrolls')).toHaveCount(0);
      const layers = page.getByRole('list', { name: /^Layers/ });
      const foot = await page.locator('.live .foot').evaluate((it) => it.getBoundingClientRect().top);
      for (const each of await layers.all())
        expect(await each.evaluate((it) => it.getBoundingClientRect().bottom)).toBeLessThanOrEqual(foot + 1);
    });

  test('beside an open inspector all of the timeline is in sight: lesson 1, step 2', async ({ page }) => {
    const learner = await openStep(page, 'works-on-my-machine', 2);
    await page.getByRole('radio', { name: /^A / }).press('Space');
    await learner.press('Lock my answer');
    await learner.showTheEnd();
    await learner.box('server-a').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Inspect/ }).click();
    await expect(page.getByRole('heading', { name: 'What does it stand on?' })).toBeVisible();
    await settle(page);
    const { below, beside } = await page.evaluate(() => {
      const box = (it: string) => document.querySelector(it)!.getBoundingClientRect();
      const plot = box('.timeline .plots svg');
      return { below: box('.transport').top - plot.bottom, beside: box('.inspector').left - plot.right };
    });
    expect(below).toBeGreaterThanOrEqual(0);
    expect(beside).toBeGreaterThanOrEqual(0);
  });

  test('beside an open inspector the stage has the room of the acts', async ({ page }) => {
    const learner = await openStep(page, 'one-kernel-falls', 2);
    const { stage } = await heights(page);
    await learner.select('guest OS of VM 2');
    await page.getByRole('button', { name: /^Inspect/ }).click();
    await expect(page.getByRole('heading', { name: 'What does it stand on?' })).toBeVisible();
    await settle(page);
    const { height } = (await page.locator('[data-digest]').boundingBox())!;
    expect(height).toBeGreaterThan(stage + 40);
  });

  test('three rows of acts are whole: lesson 7, step 5', async ({ page }) => {
    const learner = await openStep(page, 'build-it-again', 5);
    await page.getByRole('radio', { name: /^A / }).press('Space');
    await learner.press('Lock my answer');
    await learner.showTheEnd();
    await settle(page);
    await expect(learner.button('Replace cart 3 by a new container')).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.under .more')).toHaveCount(0);
  });

  test('what can be set for a selected box is in sight: lesson 10, step 4', async ({ page }) => {
    const learner = await openStep(page, 'one-kernel-falls', 4);
    await page.getByRole('radio', { name: /^A / }).press('Space');
    await learner.press('Lock my answer');
    await learner.select('cart 1 on host-b');
    await settle(page);
    const policy = page.getByLabel('container of cart 1 on host-b: restart policy');
    await expect(policy).toBeInViewport({ ratio: 1 });
    // Nothing lies on it.
    await policy.click({ trial: true });
  });

  test('where nothing can be done the stage has that room', async ({ page }) => {
    await page.goto('./#/lesson/a-box-around-processes');
    await expectWhole(page);
    await expect(page.getByRole('slider', { name: 'Time' })).toBeVisible();
    const recall = await heights(page);
    await openStep(page, 'a-box-around-processes', 1);
    const step = await heights(page);
    expect(recall.stage).toBeGreaterThan(step.stage + 40);
    expect(recall.over).toBe(0);
  });
});

test('the stage gives a notice its room, and the lanes keep theirs', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./#/?s=x');
  const notice = page.getByText('is not one of our links');
  await expect(notice).toBeVisible();
  await settle(page);
  /** Where the page of the stage ends, and how high its lanes are. */
  const room = async () => {
    const world = await page.getByRole('region', { name: 'Two hosts to break' }).boundingBox();
    const lanes = await page.locator('.time').boundingBox();
    return [world!.y + world!.height, lanes!.height].map(Math.round);
  };
  const under = await room();
  await page.getByRole('status').getByRole('button', { name: 'Close' }).click();
  await expect(notice).toHaveCount(0);
  await settle(page);
  expect(await room()).toEqual(under);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('layers have the name of their disk over them, and the VM image its own: lesson 7', async ({
    page,
  }) => {
    for (const [step, other] of [
      [2, null],
      [3, 'disk of the CI machine'],
    ] as const) {
      const learner = await openStep(page, 'build-it-again', step);
      await page.getByRole('radio', { name: /^A / }).press('Space');
      await learner.press('Lock my answer');
      await learner.showTheEnd();
      const disks = page.getByRole('region', { name: 'Disks, to one scale' });
      for (const disk of ['disk of the laptop', ...(other === null ? [] : [other])])
        await expect(disks.getByText(`Layers on the ${disk}, areas to their own scale`)).toBeVisible();
      if (step === 2) await expect(disks.getByText('search-vm', { exact: true })).toBeVisible();
    }
  });
});
