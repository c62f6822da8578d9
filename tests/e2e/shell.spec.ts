// The room that everything has on a wide screen: the stage keeps its scale, nothing lies on anything, words come into view.
import type { Locator } from '@playwright/test';
import { SECOND } from '../../src/sim';
import { Learner, openAt, openFirst } from './learner';
import { solvedRun } from './lessonTen';
import { settle, textFaults } from './looks';
import { expect, test } from './page';

test.use({ viewport: { width: 1440, height: 900 } });

/** How high the picture of the hosts is, pixels. */
const heightOf = async (stage: Locator) => (await stage.boundingBox())?.height;

test('the stage keeps its height, whatever is done; two runs beside each other lie on nothing', async ({
  page,
}) => {
  const learner = await openFirst(page);
  const picture = page.locator('svg', { has: page.locator('[data-id="host/host-a"]') }).first();
  await settle(page);
  const height = await heightOf(picture);
  await learner.press('Send a kernel panic to host-b');
  await learner.stop();
  await settle(page);
  expect(await heightOf(picture)).toBe(height);
  await learner.head.press('Home');
  await learner.press('Send a kernel panic to VM 2');
  await learner.stop();
  await expect(learner.runs).toHaveCount(2);
  await learner.select('host OS of host-b');
  await settle(page);
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
  await settle(page);
  const [said, next] = await Promise.all([explanation.boundingBox(), learner.button(/^Next/).boundingBox()]);
  expect(said!.y + said!.height).toBeLessThanOrEqual(next!.y);
});

test('a solution is shown in a few seconds, says so, and can be stopped', async ({ page }) => {
  await page.clock.install();
  const learner = await openAt(page, 2);
  // Whoever is slow to look must not find it over.
  await page.clock.pauseAt(Date.now() + 60_000);
  await learner.answer('6.');
  await learner.stop();
  await learner.press('Show me');
  const said = page.getByText(/^The solution is being played/);
  await expect(said).toBeVisible();
  // Ten seconds of a run would keep one waiting: time runs fast enough to show them in a few.
  const seconds = solvedRun(2).furthest / SECOND;
  const chosen = await page.getByRole('radio', { checked: true, name: /×$/ }).getAttribute('value');
  expect(seconds / Number(chosen)).toBeLessThan(7);
  await expect(page.getByRole('radio', { name: '1×', exact: true })).not.toBeChecked();
  await learner.press('Stop showing');
  await expect(learner.button('Play')).toBeVisible();
  await expect(said).toHaveCount(0);
  await expect(page.getByRole('radio', { name: '1×', exact: true })).toBeChecked();

  await learner.press('Show me');
  await expect(said).toBeVisible();
  await page.clock.resume();
  await expect(page.getByText(/^VMs do not remove the shared floor/)).toBeVisible();
  await expect(said).toHaveCount(0);
});

test('an act that is clicked twice out of habit is done once, and again when it is meant', async ({
  page,
}) => {
  await page.goto('./#/lesson/images-are-layers?step=2&autoplay=0');
  const learner = new Learner(page);
  await learner.answer('A little over');
  const containers = page.locator('[data-id^="container/"]');
  const act = learner.button('Run 10 containers of the image search');
  await act.dblclick();
  await expect(containers).toHaveCount(10);
  await settle(page);
  await expect(containers).toHaveCount(10);
  await act.click();
  await expect(containers).not.toHaveCount(10);
});

test('the second click of a double is no act, whatever the first one has put under it', async ({ page }) => {
  const learner = await openFirst(page);
  await learner.select('cart 1 on host-b');
  await learner.button('Kill cart 1 on host-b').last().dblclick();
  await settle(page);
  await expect(page.getByText(/You killed cart 1 on host-b\./).first()).toBeAttached();
  await expect(page.getByText(/You crashed the runtime/)).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a box that is touched stays in sight, above what can be done with it', async ({ page }) => {
    const learner = await openFirst(page);
    const box = learner.box('cart 1 on host-b');
    await settle(page);
    // Low on the screen, where the acts come.
    await box.evaluate((each) => {
      window.scrollBy(0, each.getBoundingClientRect().bottom - window.innerHeight + 90);
    });
    const low = await box.boundingBox();
    await page.touchscreen.tap(low!.x + low!.width / 2, low!.y + low!.height / 2);
    const act = learner.button('Kill cart 1 on host-b').last();
    await expect(act).toBeInViewport({ ratio: 1 });
    const [touched, below] = await Promise.all([box.boundingBox(), act.boundingBox()]);
    expect(touched!.y).toBeGreaterThan(0);
    expect(touched!.y + touched!.height).toBeLessThan(below!.y);
  });

  test('what is pressed, what falls and what is said next are on one screen', async ({ page }) => {
    const learner = await openAt(page, 1);
    await learner.answer('1 and 6.');
    // A name in the text leads to its box, and what can be done with it stands under it.
    await page.getByRole('button', { name: 'VM 2', exact: true }).first().tap();
    const act = learner.button('Send a kernel panic to VM 2');
    await expect(act).toBeInViewport({ ratio: 1 });
    await expect(learner.box('guest OS of VM 2')).toBeInViewport({ ratio: 1 });
    await act.tap();
    await expect(page.getByText('1 copy fell', { exact: true })).toBeInViewport();
    await learner.button('Clear the selection').tap();
    await learner.button('Send a kernel panic to host-b').tap();
    await expect(page.getByText('6 copies fell', { exact: true })).toBeInViewport();
    const read = learner.button('Read what it means');
    await expect(read).toBeInViewport({ ratio: 1 });
    await read.tap();
    const explanation = page.getByText(/^Ask what each copy stands on/);
    await expect(explanation).toBeInViewport({ ratio: 1 });
    await expect(explanation).toBeFocused();
  });
});
