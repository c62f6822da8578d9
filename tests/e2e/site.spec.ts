// The site as it is built: it opens, keeps to its policy, and these tests would notice if it did not.
import { expect, test } from './page';

test('the course opens', async ({ page }) => {
  await page.goto('./');
  await expect(page).toHaveTitle(/Blast Radius/);
  await expect(page.locator('#app')).not.toBeEmpty();
});

test('an inline script and another origin are blocked, and noticed', async ({ page, complaints }) => {
  await page.goto('./');
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
    await fetch('https://example.org/').catch(() => undefined);
    return document.title === 'ran';
  });
  expect(ran).toBe(false);
  await expect.poll(() => complaints.join('\n')).toMatch(/policy: script-src-elem inline/);
  await expect.poll(() => complaints.join('\n')).toMatch(/policy: connect-src https:\/\/example.org/);
  complaints.length = 0;
});

test('an error of the page is noticed', async ({ page, complaints }) => {
  await page.goto('./');
  await page.evaluate(() => {
    console.error('said so');
    setTimeout(() => {
      throw new Error('thrown');
    }, 0);
  });
  await expect.poll(() => [...complaints].sort()).toEqual(['console: said so', 'error: thrown']);
  complaints.length = 0;
});

test('back and forward lead through the pages', async ({ page }) => {
  const start = page.getByRole('button', { name: /^Send a kernel panic/ }).first();
  const lesson = page.getByRole('button', { name: 'Lock my answer' });
  await page.goto('./');
  await page.getByRole('link', { name: 'One kernel falls' }).click();
  await expect(lesson).toBeVisible();
  await page.goBack();
  await expect(start).toBeVisible();
  await page.goForward();
  await expect(lesson).toBeVisible();
  await page.getByRole('link', { name: 'Blast Radius' }).click();
  await expect(start).toBeVisible();
});
