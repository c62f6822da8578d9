// The room that everything has on a wide screen: the stage keeps its scale, nothing lies on anything, words come into view.
import type { Locator } from '@playwright/test';
import { Learner, openAt } from './learner';
import { settle, textFaults } from './looks';
import { expect, test } from './page';

test.use({ viewport: { width: 1440, height: 900 } });

/** How high the picture of the hosts is, pixels. */
const heightOf = async (stage: Locator) => (await stage.boundingBox())?.height;

test('the stage keeps its height, whatever is done; two runs beside each other lie on nothing', async ({
  page,
}) => {
  const learner = new Learner(page);
  await page.goto('./');
  const picture = page.locator('svg', { has: page.locator('[data-id="host/host-a"]') }).first();
  await expect(learner.boxes.first()).toBeVisible();
  const height = await heightOf(picture);
  await learner.press('Send a kernel panic to host-b');
  await expect(learner.button('Play')).toBeVisible();
  expect(await heightOf(picture)).toBe(height);
  await learner.head.press('Home');
  await learner.press('Send a kernel panic to VM 2');
  await learner.press('Pause');
  await expect(learner.runs).toHaveCount(2);
  await learner.select('host OS of host-b');
  expect(await heightOf(picture)).toBe(height);

  await learner.press('compare with First run');
  await expect(page.getByRole('table')).toBeVisible();
  await learner.head.press('End');
  await settle(page);
  expect(await textFaults(page)).toEqual([]);
  const course = page.getByRole('heading', { name: 'The course' });
  const transport = learner.button('Play');
  const [below, above] = await Promise.all([course.boundingBox(), transport.boundingBox()]);
  expect(below!.y).toBeGreaterThan(above!.y + above!.height);
});

test('what a run means comes into view before the way on', async ({ page }) => {
  const learner = await openAt(page, 1);
  await learner.answer('1 and 6.');
  await learner.showTheEnd();
  const explanation = page.getByText(/^Ask what each copy stands on/);
  await expect(explanation).toBeInViewport({ ratio: 1 });
  const [said, next] = await Promise.all([explanation.boundingBox(), learner.button(/^Next/).boundingBox()]);
  expect(said!.y + said!.height).toBeLessThanOrEqual(next!.y);
});
