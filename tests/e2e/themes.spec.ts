// Light, dark and high contrast: who decides which is shown, and that nobody is shut out in any of them.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { themes, type ThemeName } from '../../src/view/theme/tokens';
import { openAt, Learner } from './learner';
import { lesson } from './lessonTen';
import { settle } from './looks';
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
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./');
  expect(await shownTheme(page)).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await shownTheme(page)).toBe('light');
  await page.emulateMedia({ contrast: 'more' });
  await expect.poll(() => shownTheme(page)).toBe('contrast');
  await page.emulateMedia({ contrast: 'no-preference' });

  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('radio', { name: 'Dark' }).check();
  expect(await shownTheme(page)).toBe('dark');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
  await page.reload();
  expect(await shownTheme(page)).toBe('dark');
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
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(ground);
});

/** What a theme can change of what axe finds; everything else is the same in all of them. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

async function expectNoBarrier(page: Page, where: string): Promise<void> {
  await settle(page);
  const axe = new AxeBuilder({ page });
  const { violations } = await (
    (await shownTheme(page)) === 'light' ? axe : axe.withRules(OF_COLOURS)
  ).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(found, where).toEqual([]);
}

for (const theme of Object.keys(themes) as ThemeName[])
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 360, height: 740 },
  ])
    test.describe(`${theme}, ${viewport.width} px`, () => {
      test.use({ viewport });

      test('axe finds nothing on any page', async ({ page }) => {
        await prefer(page, theme);
        const learner = new Learner(page);
        await page.goto('./');
        await expect(learner.boxes.first()).toBeVisible();
        expect(await shownTheme(page)).toBe(theme);
        await expectNoBarrier(page, 'the first page');
        for (const name of ['Share', 'Settings', 'Keys']) {
          await learner.press(name);
          await expect(page.getByRole('dialog')).toBeVisible();
          await expectNoBarrier(page, `the dialog ${name}`);
          await learner.press('Close');
        }
        for (const path of ['units', 'glossary', 'how-true', 'nowhere']) {
          await page.goto(`./#/${path}`);
          await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
          await expectNoBarrier(page, path);
        }
      });

      test('axe finds nothing in a lesson', async ({ page }) => {
        await prefer(page, theme);
        const learner = await openAt(page, 1);
        await expect(learner.boxes.first()).toBeVisible();
        await expectNoBarrier(page, 'an open question');
        await learner.answer('1 and 6.');
        await learner.showTheEnd();
        await learner.select('guest OS of VM 2');
        await learner.press(/^Inspect/);
        await expectNoBarrier(page, 'after a fall, a box inspected');
      });
    });
