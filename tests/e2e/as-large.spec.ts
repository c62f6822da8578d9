// On a wall of pixels everything that is drawn in front of a class is as many times larger as the window is: nothing of
// it keeps a size in px of its own.
import type { Page } from '@playwright/test';
import { settle } from './looks';
import { expect, test } from './page';

const SIZE = { width: 1920, height: 1080 };
const TIMES = 2;
/** Of so many stops one is measured: so large a window takes a second to draw. */
const EVERY = 3;
/** More shapes and words than this are drawn at the fullest stop: where none is found, nothing differs. */
const MANY = 50;
/** What rounding does to both edges of a shape and to lines of words, in px of the smaller window. */
const SLACK = 3;

// What is measured is where everything comes to rest.
test.use({ viewport: SIZE, contextOptions: { reducedMotion: 'reduce' } });

/** Where each shape and word of the pictures is, and how many px of the screen a px of it is. */
async function drawnOn(page: Page) {
  await settle(page);
  return page.evaluate(() =>
    [...document.querySelectorAll('.window svg :is(rect, path, line, circle, text), .stage section li')].map(
      (each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        const zoom = each instanceof SVGGraphicsElement ? (each.getScreenCTM()?.a ?? 0) : 0;
        return { name: each.tagName, at: [x, y, width, height, zoom] };
      },
    ),
  );
}

/** How many shapes and words are drawn, and what of them is not the same picture in a window as many times larger. */
async function compared(page: Page): Promise<{ drawn: number; differ: readonly string[] }> {
  // Each is drawn for a window of that size, not kept from before: the larger one comes first.
  await page.setViewportSize({ width: SIZE.width * TIMES, height: SIZE.height * TIMES });
  const large = await drawnOn(page);
  await page.setViewportSize(SIZE);
  const small = await drawnOn(page);
  const drawn = small.length;
  if (large.length !== drawn) return { drawn, differ: [`${large.length} shapes, not ${drawn}`] };
  const differ = large.flatMap(({ name, at }, nth) => {
    const by = at.map((px, of) => px / TIMES - small[nth]!.at[of]!);
    return by.some((px) => Math.abs(px) > SLACK) ? [`${name}: ${by.join()}`] : [];
  });
  return { drawn, differ };
}

/** Containers with limits: cells, patterns of a quota, lines. */
for (const slug of ['fair-shares'])
  test(`${slug} is the same picture with four times the pixels`, async ({ page }) => {
    await page.goto(`./projector.html#/${slug}`);
    const stop = page.locator('footer').getByText(/^\d+ of \d+$/);
    const last = Number(/of (\d+)/.exec(await stop.innerText())?.[1]);
    let most = 0;
    for (let at = 1; at <= last; at++) {
      await expect(stop).toHaveText(`${at} of ${last}`);
      await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
      if (at % EVERY !== 1) {
        await page.keyboard.press('PageDown');
        continue;
      }
      // Some gauges come later than the rest: until both are whole they are not the same.
      await expect(async () => {
        const { drawn, differ } = await compared(page);
        expect(differ, `stop ${at}`).toEqual([]);
        most = Math.max(most, drawn);
      }).toPass();
      await page.keyboard.press('PageDown');
    }
    expect(most).toBeGreaterThan(MANY);
  });
