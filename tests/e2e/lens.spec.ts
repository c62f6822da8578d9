// Small and many: 200 containers stand on the stage as bundles, which open as a lens by mouse, by keys and by finger.
import type { Page } from '@playwright/test';
import { openCrowd } from './crowd';
import { textFaults } from './looks';
import { expect, test } from './page';

const lens = (page: Page) => page.getByRole('dialog', { name: /^search ×67 on / });

/** Boxes of the lens that can be chosen: containers and what runs in them. */
const inLens = (page: Page, name: RegExp) => lens(page).getByRole('treeitem', { name });

test('a bundle says how many are in it and how they are, and opens and closes by mouse', async ({ page }) => {
  const bundle = await openCrowd(page);
  await expect(bundle).toHaveAccessibleName(/2 down/);
  await expect(page.locator('.label').filter({ hasText: 'search ×65' })).toBeVisible();
  await expect(page.locator('.label').filter({ hasText: /^2 down$/ })).toBeVisible();
  expect(await textFaults(page)).toEqual([]);

  await bundle.click();
  await expect(lens(page)).toContainText(/areas [\d.]+ times as large as on the stage/);
  await expect(lens(page).locator('[data-id^="container/"]')).toHaveCount(67);
  await expect(lens(page).locator('[data-id^="container/"][data-look="fallen"]')).toHaveCount(2);
  expect(await textFaults(page)).toEqual([]);

  const box = inLens(page, /^search 3 on the crowd, /);
  await box.click();
  await expect(box).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(lens(page)).toBeHidden();
  await expect(bundle).toBeFocused();
  await expect(bundle).toHaveAttribute('aria-selected', 'true');
});

test('a bundle is reached, opened, walked and left by keys', async ({ page }) => {
  const bundle = await openCrowd(page);
  await page.getByRole('treeitem', { name: /^crowd, / }).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(bundle).toBeFocused();
  await page.keyboard.press('Enter');
  const boxes = lens(page).locator('[data-id^="container/"]');
  await expect(boxes.first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(boxes.nth(2)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(inLens(page, /^search 3 on the crowd, /)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(lens(page)).toBeHidden();
  await expect(bundle).toBeFocused();
});

test('a lens keeps the picture under it and the keys of the page to itself', async ({ page }) => {
  const bundle = await openCrowd(page);
  await bundle.click();
  await expect(lens(page).locator('[data-id^="container/"]').first()).toBeFocused();
  const picture = page.locator('.stage > .picture');
  await expect(picture).toHaveJSProperty('inert', true);
  const before = new URL(page.url()).hash.split('?')[0];
  for (const key of ['r', 'u', 'w', 'n']) await page.keyboard.press(key);
  await expect(lens(page).locator('[data-look="fallen"]').first()).toBeAttached();
  await expect(page.getByRole('button', { name: 'In words' })).toHaveAttribute('aria-pressed', 'false');
  expect(new URL(page.url()).hash.split('?')[0]).toBe(before);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a tap opens a bundle, and nothing of the lens leaves the screen', async ({ page }) => {
    const bundle = await openCrowd(page);
    await bundle.tap();
    await expect(lens(page).locator('[data-id^="container/"]')).toHaveCount(67);
    expect(await textFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close', exact: true }).tap();
    await expect(lens(page)).toBeHidden();
  });
});
