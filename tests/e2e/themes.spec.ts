// Light, dark and high contrast: who decides which is shown, and that nobody is shut out in any of them.
import type { Page } from '@playwright/test';
import { themes, type ThemeName } from '../../src/view/theme/tokens';
import { AROUND, openAround } from './around';
import { barriersEverywhere, SIZES } from './barriers';
import { openCrowd } from './crowd';
import { drawn } from './deckPage';
import { openAt, openFirst, Learner } from './learner';
import { lesson } from './lessonTen';
import { expect, test } from './page';

const KEPT = 'blast-radius-preferences';

/** Which theme the page shows, by the colour of its ground. */
async function shownTheme(page: Page): Promise<string | undefined> {
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const hex = `#${[...ground.matchAll(/\d+/g)].map(([part]) => Number(part).toString(16).padStart(2, '0')).join('')}`;
  return Object.entries(themes).find(([, tokens]) => tokens.ground === hex)?.[0];
}

async function prefer(page: Page, theme: string): Promise<void> {
  await page.addInitScript(
    ([key, text]) => localStorage.setItem(key!, text!),
    [KEPT, JSON.stringify({ theme })],
  );
}

test('the device decides until somebody chooses, and the choice is kept', async ({ page }) => {
  const shows = (theme: ThemeName) => expect.poll(() => shownTheme(page)).toBe(theme);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./');
  await shows('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await shows('light');
  await page.emulateMedia({ contrast: 'more' });
  await shows('contrast');
  await page.emulateMedia({ contrast: 'no-preference' });

  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('radio', { name: 'Dark' }).check();
  await shows('dark');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
  await page.reload();
  await shows('dark');
});

test('the address decides for its page, and says so where one chooses', async ({ page }) => {
  await prefer(page, 'light');
  await page.goto(`./#/lesson/${lesson.slug}?theme=contrast`);
  await expect.poll(() => shownTheme(page)).toBe('contrast');
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByText(/^The address of this page asks for its own colours/)).toBeVisible();
  await page.goto('./#/');
  await expect.poll(() => shownTheme(page)).toBe('light');
});

test("the reader's own palette takes the place of ours", async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto('./');
  await expect(new Learner(page).boxes.first()).toBeVisible();
  const [own, ground, ink, title] = await page.evaluate(() => {
    const probe = document.createElement('i');
    probe.className = 'heard';
    document.body.append(probe);
    probe.style.setProperty('background-color', 'Canvas');
    probe.style.setProperty('color', 'CanvasText');
    const { backgroundColor, color } = getComputedStyle(probe);
    const text = document.querySelector('svg .title text')!;
    const body = getComputedStyle(document.body);
    return [`${backgroundColor} ${color}`, body.backgroundColor, body.color, getComputedStyle(text).fill];
  });
  expect(`${ground} ${ink}`).toBe(own);
  expect(title).toBe(ink);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Light', exact: true }).check();
  await expect(page.getByRole('radio', { name: 'Light', exact: true })).toBeChecked();
  await drawn(page, 3);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(ground);
});

async function expectNoBarrier(page: Page, part: string | null = null): Promise<void> {
  expect(await barriersEverywhere(page, part)).toEqual([]);
}

test('axe finds nothing on the first page, at any width, in any theme', async ({ page }) => {
  await openFirst(page);
  await expectNoBarrier(page);
});

for (const name of ['Share', 'Settings', 'Keys', 'Go to'])
  test(`axe finds nothing in the dialog ${name}`, async ({ page }) => {
    const learner = await openFirst(page);
    if (name === 'Go to') await page.keyboard.press('g');
    else await learner.press(name);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoBarrier(page, 'dialog');
  });

for (const { path, isLong } of AROUND)
  for (const sizes of isLong ? SIZES.map((size) => [size]) : [SIZES])
    test(`axe finds nothing on the page ${path}, from ${sizes[0]!.width} px`, async ({ page }) => {
      await openAround(page, path);
      expect(await barriersEverywhere(page, null, sizes)).toEqual([]);
    });

test('axe finds nothing in a lesson whose question is open', async ({ page }) => {
  await openAt(page, 1);
  await expectNoBarrier(page);
});

test('axe finds nothing after a fall, where a box is inspected, in words', async ({ page }) => {
  const learner = await openAt(page, 1);
  await learner.answer('1 and 6.');
  await learner.showTheEnd();
  await learner.select('guest OS of VM 2');
  await learner.press(/^Inspect/);
  await expect(page.locator('[data-inspector]')).toBeVisible();
  await learner.press('In words');
  await expect(page.getByRole('tree', { name: 'In words' })).toBeVisible();
  await expectNoBarrier(page);
});

test('axe finds nothing in two runs beside each other', async ({ page }) => {
  const learner = await openFirst(page);
  await learner.compareTwoPanics('host-b', 'VM 2');
  await expect(page.getByRole('table')).toBeVisible();
  await expectNoBarrier(page);
});

test('axe finds nothing in a lens', async ({ page }) => {
  const bundle = await openCrowd(page);
  await bundle.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoBarrier(page, '.lens');
});

test('axe finds nothing in the page of a frame', async ({ page }) => {
  await page.goto('./embed.html?lesson=one-kernel-falls&moment=host-kernel-panics');
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
  await expectNoBarrier(page);
});

test('axe finds nothing in the list of the workbench', async ({ page }) => {
  await page.goto('./workbench.html');
  await page.getByText('Fixtures', { exact: true }).click();
  await expect(page.locator('header nav a').first()).toBeVisible();
  await expectNoBarrier(page);
});
