// The pages around the lessons: each opens by its link and its address, and the first moves are made, noticed and gone.
import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { lessonCount } from '../../src/apps/course/order';
import { drawn } from './deckPage';
import { Learner, openFirst } from './learner';
import { expect, test } from './page';

/** The lessons that can be opened. */
const written = readdirSync(new URL('../../lessons', import.meta.url)).filter((name) => /^\d/.test(name));

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

test('the units, the glossary and how true it is are linked from every page', async ({ page }) => {
  await page.goto('./#/lesson/one-kernel-falls');
  for (const name of ['The course', 'Glossary', 'How true is it?']) {
    await link(page, name).click();
    await expect(h1(page)).toHaveText(name);
    await expect(h1(page)).toBeFocused();
    await expect(page).toHaveTitle(`${name} · Blast Radius`);
    await expect(link(page, name)).toHaveAttribute('aria-current', 'page');
  }
});

test('the units page tells what one can do, and how far one is', async ({ page }) => {
  await page.goto('./');
  await link(page, 'All lessons, and what you will be able to do').click();
  const lesson = page.getByRole('listitem').filter({ hasText: 'One kernel falls' });
  await expect(lesson).toContainText('Then you can say what falls with any box');
  await expect(lesson).toContainText('8 min');
  await expect(page.getByText('coming', { exact: true })).toHaveCount(lessonCount - written.length);
  await link(page, 'One kernel falls').click();
  await expect(new Learner(page).button('Lock my answer')).toBeVisible();
  await page.goBack();
  await expect(lesson).toContainText('begun');
  // Whoever has begun one has that to do first, here and on the first page.
  await expect(page.getByText('You have begun 1 lesson.')).toBeVisible();
  await expect(link(page, 'Go on with "One kernel falls"')).toBeInViewport();
  await page.goto('./');
  await link(page, 'Go on with "One kernel falls"').click();
  await expect(new Learner(page).button('Lock my answer')).toBeVisible();
});

test('a term has an address, and an unknown one is said', async ({ page }) => {
  await page.goto('./#/glossary/blast-radius');
  const term = page.locator('[data-part="blast-radius"]');
  await expect(term).toBeInViewport();
  await expect(term).toBeFocused();
  await link(page, 'VM').click();
  await expect(page).toHaveURL(/#\/glossary\/vm$/);
  await expect(page.locator('[data-part="vm"]')).toBeFocused();
  const button = page.getByRole('navigation', { name: 'Go to a letter' }).getByRole('button', { name: 'V' });
  await button.click();
  await expect(page.getByRole('heading', { name: 'V', exact: true })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'V', exact: true })).toBeInViewport();
  await page.goto('./#/glossary/nothing');
  await expect(page.getByRole('status')).toHaveText('There is no term "nothing" here yet.');
});

test('how true it is has each room with its numbers, and the versions of now and later apart', async ({
  page,
}) => {
  await page.goto('./#/how-true/kernel');
  const room = page.getByRole('region', { name: 'Kernel' });
  await expect(room).toBeInViewport();
  await expect(room.getByRole('row', { name: /Boot after firmware, Linux/ })).toContainText('about 20 s');
  await expect(room.getByRole('row', { name: /Boot after firmware, Linux/ })).toContainText(
    'not looked up yet',
  );
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect(room.getByRole('heading', { name: 'Kernel' })).toBeInViewport();
  const now = page.getByRole('table', { name: 'modelled so far' });
  await expect(now.getByRole('row', { name: /^Docker/ })).toHaveCount(1);
  await expect(now.getByRole('row', { name: /^Kubernetes/ })).toHaveCount(0);
  const later = page.getByRole('table', { name: /^will be/ });
  await expect(later.getByRole('row', { name: /^Kubernetes/ })).toHaveCount(1);
});

test('the inspector of a box leads to its part of the model', async ({ page }) => {
  const learner = await openFirst(page);
  await learner.select('host OS of host-b');
  await learner.press('Inspect host OS of host-b');
  await learner.unfold('What is true, what is simplified');
  await page.getByRole('main').getByRole('link', { name: 'How true is it?' }).click();
  await expect(page).toHaveURL(/#\/how-true\/kernel$/);
  await expect(page.getByRole('region', { name: 'Kernel' })).toBeFocused();
});

test('a term of a lesson opens its definition', async ({ page }) => {
  await page.goto('./#/lesson/one-kernel-falls?step=1');
  await page.getByRole('button', { name: 'type 1 hypervisor' }).click();
  await expect(page.getByText('Type 1 runs on the hardware, type 2 on an OS.')).toBeVisible();
});

/** What would show the moves has been loaded, and does not. */
async function expectNoMoves(page: Page): Promise<void> {
  const loaded = () =>
    page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /FirstMoves/.test(name)));
  await expect.poll(loaded).toBe(true);
  await drawn(page, 10);
  await expect(moves(page)).toHaveCount(0);
}

const moves = (page: Page) => page.getByRole('region', { name: /^Three moves/ });
const made = (page: Page) => moves(page).locator('li', { has: page.locator('.done') });

test('the first moves are made by mouse, noticed, and not shown again', async ({ page }) => {
  const learner = await openFirst(page);
  await expect(moves(page)).toBeVisible();
  await learner.select('host OS of host-b');
  await expect(made(page)).toHaveCount(1);
  await learner.press('Fill VM 1');
  await expect(made(page)).toHaveCount(2);
  await learner.dragBackBefore(4);
  await expect(made(page)).toHaveCount(3);
  await expect(moves(page)).toContainText('That is all.');
  await page.reload();
  await expectNoMoves(page);
});

test('a floor is touched by the tab beside it as well', async ({ page }) => {
  const learner = await openFirst(page);
  await expect(moves(page)).toBeVisible();
  await page.locator('.tab[data-of="kernel/host-b"]').click();
  await expect(learner.box('host OS of host-b')).toHaveAttribute('aria-selected', 'true');
  await expect(made(page)).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await expect(learner.box('host OS of host-b')).not.toBeFocused();
});

test('the first moves are made by keys, or skipped', async ({ page }) => {
  const learner = await openFirst(page);
  await learner.box('hypervisor of host-a').focus();
  await page.keyboard.press('Enter');
  await expect(made(page)).toHaveCount(1);
  await learner.head.focus();
  await page.keyboard.press('Home');
  await expect(made(page)).toHaveCount(2);
  await page.reload();
  await expect(made(page)).toHaveCount(2);
  await learner.button('Skip these').focus();
  await page.keyboard.press('Enter');
  await expect(moves(page)).toHaveCount(0);
  await expect(h1(page)).toBeFocused();
  await page.reload();
  await expectNoMoves(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('the links are at the foot, and nothing is wider than the window', async ({ page }) => {
    for (const name of ['The course', 'Glossary', 'How true is it?']) {
      await page.goto('./#/units');
      await link(page, name).tap();
      await expect(h1(page)).toHaveText(name);
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    }
  });
});
