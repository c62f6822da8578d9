// Parts of the page that do not load, and files that cannot be read: each is said, and nothing waits for ever.
import type { Page } from '@playwright/test';
import { lesson } from './lessonTen';
import { expect, test } from './page';

/** Lets the files of this part of the page fail from now on. */
async function lose(page: Page, part: string): Promise<void> {
  await page.route(new RegExp(`/assets/${part}-[^/]*\\.js`), (route) => route.abort());
}

/** The browser says itself what did not load, perhaps more than once; that is as it should be. */
const NOT_LOADED = /Failed to/;
test.use({ tolerated: NOT_LOADED });

const said = (page: string) => `"${page}" could not be shown.`;
const first = said('First page');
const ours = said(lesson.meta.title);

for (const [name, part, hash] of [
  ['the world of the first page', `10-${lesson.slug}`, '#/'],
  ['what reads a link of the first page', 'linked', '#/?s=x'],
  ['what reads a link of a lesson', 'linked', `#/lesson/${lesson.slug}?s=x`],
  ['the solution that an address asks for', 'solution', `#/lesson/${lesson.slug}?step=1&moment=cart-killed`],
] as const)
  test(`${name} does not load: it is said`, async ({ page, complaints }) => {
    await lose(page, part);
    await page.goto(`./${hash}`);
    const heading = page.getByRole('heading', { name: hash.startsWith('#/lesson') ? ours : first });
    await expect(heading).toBeVisible();
    await expect(page.getByRole('button', { name: 'Load the page again' })).toBeVisible();
    await expect.poll(() => complaints.join()).toMatch(NOT_LOADED);
  });

test('a link that is opened in a lesson and cannot be read is said', async ({ page, complaints }) => {
  await page.goto(`./#/lesson/${lesson.slug}`);
  await expect(page.getByText('None.', { exact: true })).toBeVisible();
  await lose(page, 'linked');
  await page.evaluate(() => (window.location.hash += '?s=x'));
  await expect(page.getByRole('heading', { name: ours })).toBeVisible();
  await expect.poll(() => complaints.join()).toMatch(NOT_LOADED);
});

test('files that cannot be read are said', async ({ page }) => {
  await page.addInitScript(() => {
    Blob.prototype.text = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  });
  const file = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
  const sentence = page.getByText('This file could not be opened.');
  await page.goto('./#/');
  await page.getByLabel('Open a progress file').setInputFiles(file);
  await expect(sentence).toBeVisible();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByLabel('Open a file').setInputFiles(file);
  await expect(page.getByRole('dialog').getByText('This file could not be opened.')).toBeVisible();
});

test('the model does not load: to load the page again is offered with it', async ({ page, complaints }) => {
  await lose(page, 'engine');
  await page.goto(`./#/lesson/${lesson.slug}`);
  const told = page.getByRole('alert');
  await expect(told.getByRole('button', { name: 'Load the page again' })).toBeInViewport();
  await expect(told.getByRole('button', { name: 'Start again' })).toBeVisible();
  await expect.poll(() => complaints.join()).toMatch(NOT_LOADED);
});
