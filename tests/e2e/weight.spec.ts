// A lesson is on screen after little has been loaded (the budget of the first view, compressed).
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from './page';

const kilobyte = 1000;

test('a lesson loads at most 80 kB, and 55 kB of fonts', async ({ page }) => {
  const sizes = { text: 0, fonts: 0 };
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    const isFont = response.url().endsWith('.woff2');
    const add = async () => {
      const body = await response.body();
      if (isFont) sizes.fonts += body.length;
      else if (!response.url().endsWith('.svg')) sizes.text += brotliCompressSync(body).length;
    };
    bodies.push(add());
  });
  await page.goto('./#/lesson/one-kernel-falls');
  await expect(page.locator('#app')).not.toBeEmpty();
  await page.waitForLoadState('networkidle');
  await Promise.all(bodies);
  expect(sizes.text).toBeGreaterThan(0);
  expect(sizes.text).toBeLessThanOrEqual(80 * kilobyte);
  expect(sizes.fonts).toBeLessThanOrEqual(55 * kilobyte);
});
