// What is loaded before a lesson can be begun, compressed, grows no further. The goal is 80 kB.
import { brotliCompressSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { expect, test } from './page';

const kilobyte = 1000;
/** Svelte makes up a sixth of it, the model and its engine a quarter, the stage another. */
const mostText = 96 * kilobyte;
const mostFonts = 55 * kilobyte;

declare global {
  interface Window {
    /** The addresses that had been loaded when stage and first question stood on the page. */
    loadedForUse?: string[];
  }
}

/** Runs in the page: looks after every change whether stage and question are there. */
function noteWhatIsLoaded(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-digest]') || !document.querySelector('main [type=radio]')) return;
    observer.disconnect();
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    window.loadedForUse = resources.filter(({ responseEnd }) => responseEnd > 0).map(({ name }) => name);
  });
  // The digest is an attribute of the stage that stands already.
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-digest'] });
}

test('a lesson can be begun after at most 96 kB, and 55 kB of fonts', async ({ page, baseURL }) => {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.addInitScript(noteWhatIsLoaded);
  await page.goto('./#/lesson/one-kernel-falls');
  await page.waitForFunction(() => window.loadedForUse);
  const loaded = await page.evaluate(() => window.loadedForUse ?? []);
  await page.waitForLoadState('networkidle');

  let text = 0;
  let fonts = 0;
  for (const response of responses) {
    const url = response.url();
    if (url.endsWith('.woff2')) fonts += (await response.body()).length;
    else if (url === baseURL || loaded.includes(url))
      text += brotliCompressSync(await response.body()).length;
  }
  expect(text).toBeGreaterThan(10 * kilobyte);
  expect(text).toBeLessThanOrEqual(mostText);
  expect(fonts).toBeGreaterThan(0);
  expect(fonts).toBeLessThanOrEqual(mostFonts);
});
