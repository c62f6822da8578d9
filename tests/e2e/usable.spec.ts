// A lesson stands before its engine is there: whoever acts at once is not forgotten, and a lost engine is said.
import type { Page } from '@playwright/test';
import { Learner } from './learner';
import { lesson, startedRun } from './lessonTen';
import { slugs } from './lessons';
import { expect, test } from './page';

const ENGINE = /\/assets\/engine-[^/]*\.js/;
const SECOND = 1_000_000;

const opened = async (page: Page) => {
  await page.goto(`./#/lesson/${lesson.slug}`);
  await expect(page.getByRole('radio').first()).toBeVisible();
  const digest = startedRun(lesson.recall!.world, 3 * SECOND).digest();
  await expect(page.locator(`[data-digest="${digest}"]`)).toBeVisible();
};
const clock = (page: Page) => page.locator('.clock');

test('no lesson waits for the engine before its first stage stands', async ({ page }) => {
  await page.route(ENGINE, () => undefined);
  for (const slug of slugs) {
    await page.goto('about:blank');
    await page.goto(`./#/lesson/${slug}`);
    await expect(page.locator('[data-id^="host/"]').first(), slug).toBeVisible();
  }
});

test('an answer that is locked before the engine is there has time run when it comes', async ({ page }) => {
  let letGo = (): void => undefined;
  const way = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(ENGINE, async (route) => {
    await way;
    await route.continue();
  });
  const asked = page.waitForRequest(ENGINE);
  await opened(page);
  await asked;
  await new Learner(page).answer('None.');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  const before = await clock(page).innerText();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(clock(page)).toHaveText(before);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  letGo();
  await expect(clock(page)).not.toHaveText(before);
  await expect(page.getByText('None.', { exact: true })).toBeVisible();
});

test.describe('when the engine is lost', () => {
  test.use({ tolerated: /Failed to/ });

  test('it is said, the stage stays, and the world can be started afresh', async ({ page }) => {
    let isLost = true;
    await page.route(ENGINE, (route) => (isLost ? route.abort() : route.continue()));
    await opened(page);
    const problem = page.getByRole('alert');
    for (const part of [problem, ...(await problem.getByRole('button').all())])
      await expect(part).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('radio').first()).toBeVisible();
    isLost = false;
    await problem.getByRole('button').first().click();
    await expect(problem).toHaveCount(0);
    const before = await clock(page).innerText();
    await new Learner(page).answer('None.');
    await expect(clock(page)).not.toHaveText(before);
  });
});
