// The inspector of a selected box: breadcrumb, questions, chain of causes, live chart; at every width, by keyboard.
import type { Locator, Page } from '@playwright/test';
import { barriers } from './barriers';
import { openAt, openFirst, type Learner } from './learner';
import { settle, textFaults } from './looks';
import { expect, test } from './page';

const panel = (page: Page): Locator => page.getByRole('region', { name: /^Inspector: / });
const chain = (page: Page): Locator => panel(page).locator('ol [data-seq]');

/** The first page with a panic of VM 2's kernel half a second ago, and the inspector of a box open. */
async function panicked(page: Page, box: string): Promise<Learner> {
  const learner = await openFirst(page);
  await learner.select('guest OS of VM 2');
  await learner.press('Send a kernel panic to VM 2');
  await learner.stop();
  // A person touches what stands still; a click on what still falls would have the page scrolled for it.
  await settle(page);
  await learner.select(box);
  await learner.press(`Inspect ${box}`);
  await expect(panel(page)).toBeVisible();
  return learner;
}

/** Whether all of an element lies in the window. */
async function isInWindow(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const { top, bottom, left, right } = node.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= window.innerHeight + 1 && right <= window.innerWidth + 1;
  });
}

test('a box is inspected, its floors are walked, and Escape leads back', async ({ page }) => {
  const learner = await openFirst(page);
  await learner.select('cart in VM 2');
  await learner.press('Inspect cart in VM 2');
  const inspected = panel(page);
  await expect(inspected.getByRole('heading', { name: 'cart in VM 2', exact: true })).toBeFocused();
  for (const question of ['What does it stand on?', 'What does it share?', 'Who picks it up?'])
    await expect(inspected.getByRole('heading', { name: question })).toBeVisible();
  await expect(inspected).toContainText('4 GiB: 1.05 GiB used, 2.95 GiB free');
  const crumbs = page.getByRole('navigation', { name: 'Where it is' }).getByRole('button');
  await expect(crumbs).toHaveText(['host-a', 'hypervisor', 'VM 2', 'guest OS', 'cart']);
  await crumbs.nth(2).click();
  await expect(learner.box('VM 2')).toHaveAttribute('aria-selected', 'true');
  await expect(inspected).toHaveAccessibleName('Inspector: VM 2');
  await expect(crumbs).toHaveText(['host-a', 'hypervisor', 'VM 2']);
  await inspected.locator('[data-box="kernel/vm-2"]').first().click();
  await expect(learner.box('guest OS of VM 2')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(inspected).toHaveCount(0);
  await expect(learner.button('Inspect guest OS of VM 2')).toBeFocused();
  await page.keyboard.press('Enter');
  await inspected.getByRole('button', { name: /^Close the inspector/ }).click();
  await expect(inspected).toHaveCount(0);
});

test('why a cart fell is walked up to the command, and down again, by keyboard', async ({ page }) => {
  const learner = await panicked(page, 'cart in VM 2');
  await expect(chain(page)).toContainText([
    'Cart in VM 2 fell.',
    'The kernel of VM 2 panicked.',
    'You sent a kernel panic to VM 2.',
  ]);
  const now = await learner.seconds();
  await chain(page).first().focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toHaveAccessibleName('Inspector: guest OS of VM 2');
  await expect(chain(page).first()).toContainText('The kernel of VM 2 panicked.');
  await expect(chain(page).first()).toBeFocused();
  await expect.poll(() => learner.seconds()).toBeLessThan(now);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(chain(page)).toHaveCount(1);
  await expect(chain(page)).toContainText('You sent a kernel panic to VM 2.');
  await expect(chain(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(chain(page).first()).toContainText('The kernel of VM 2 panicked.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toHaveAccessibleName('Inspector: cart in VM 2');
});

test('what is true of such a box, and what is simplified, is told on request', async ({ page }) => {
  await panicked(page, 'guest OS of VM 2');
  const told = panel(page).locator('details').filter({ hasText: 'What is true, what is simplified' });
  await told.getByText('What is true, what is simplified').click();
  await expect(told).toContainText('After a panic it stays stopped for ever unless panic=N was set');
  await expect(told).toContainText('about 20 s');
  await panel(page).getByRole('button', { name: 'host-a', exact: true }).click();
  await told.getByText('What is true, what is simplified').click();
  await expect(told).not.toContainText('panic=N');
});

test('the chart shows where the box is, how it came there, and follows the head', async ({ page }) => {
  const learner = await panicked(page, 'guest OS of VM 2');
  const now = panel(page).locator('[data-now]');
  await expect(now).toHaveAttribute('data-state', 'panicked');
  await expect(panel(page).locator('[data-taken]')).toHaveAttribute('data-row', 'up>panicked');
  await expect(panel(page).locator('[data-last]')).toHaveText('running → panicked: panics');
  await panel(page).getByLabel('Use the names of the chart').check();
  await expect(panel(page).locator('[data-last]')).toHaveText('up → panicked: PANIC');
  await expect(panel(page).getByRole('img', { name: /^State chart of guest OS of VM 2/ })).toBeVisible();
  await learner.dragBackBefore(4);
  await expect(now).toHaveAttribute('data-state', 'up');
  await expect(panel(page).locator('[data-state-words]')).toContainText('running');
});

test('nothing is given away while a question is open', async ({ page }) => {
  const learner = await openAt(page, 2, '?autoplay=0');
  for (const box of ['guest OS of VM 2', 'container of cart 1 on host-b', 'runtime on host-b']) {
    await learner.box(box).press('Enter');
    if ((await panel(page).count()) === 0) await learner.press(`Inspect ${box}`);
    await expect(panel(page)).toHaveAccessibleName(`Inspector: ${box}`);
    await expect(panel(page)).toContainText('Answer first');
    await expect(panel(page).locator('[data-seq], [data-row]')).toHaveCount(0);
    expect(await panel(page).textContent()).not.toMatch(
      /\bf[ae]lls?\b|picks? it up \(|nobody (?!else)|\brestart\b|reboot|panic|waiting for/i,
    );
  }
});

test.describe('has its place', () => {
  for (const [width, height] of [
    [1440, 900],
    [1920, 1080],
    [1200, 800],
  ] as const)
    test(`beside the stage at ${width} x ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const learner = await panicked(page, 'cart in VM 2');
      await settle(page);
      for (const part of [learner.stage, learner.head, learner.button('Play')])
        expect(await isInWindow(part)).toBe(true);
      const stage = await learner.stage.boundingBox();
      expect(stage!.width).toBeGreaterThan(600);
      expect(stage!.height).toBeGreaterThan(260);
    });

  test('and can be read there', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await panicked(page, 'guest OS of VM 2');
    expect(await textFaults(page)).toEqual([]);
  });

  test('where axe finds nothing in any theme', async ({ page }) => {
    await panicked(page, 'guest OS of VM 2');
    await panel(page).getByText('The chart as a list').click();
    for (const theme of ['light', 'dark', 'contrast']) {
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      expect(await barriers(page, '[data-inspector]'), theme).toEqual([]);
    }
  });

  test('below the stage on a phone, for a finger', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await panicked(page, 'cart in VM 2');
    await settle(page);
    expect(await textFaults(page)).toEqual([]);
    const chart = panel(page).getByRole('img');
    await expect(chart).toBeHidden();
    await expect(panel(page).getByText('Now: fell. What can happen next:')).toBeVisible();
    await panel(page).getByText('The whole chart').click();
    await settle(page);
    expect(await textFaults(page)).toEqual([]);
    const small = await panel(page)
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons
          .filter((button) => button.getBoundingClientRect().height < 24)
          .map((button) => button.textContent),
      );
    expect(small).toEqual([]);
    const place = await chart.boundingBox();
    expect(place!.x).toBeGreaterThanOrEqual(0);
    expect(place!.x + place!.width).toBeLessThanOrEqual(360);
    expect(await barriers(page, '[data-inspector]')).toEqual([]);
  });
});
