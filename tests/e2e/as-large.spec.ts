// On a wall of pixels every picture in front of a class is as many times larger as the window is: nothing of it keeps a
// size in px of its own.
import type { Page } from '@playwright/test';
import { settle } from './looks';
import { expect, test } from './page';

const SIZE = { width: 1920, height: 1080 };
const TIMES = 2;
/** Of so many stops one is measured: so large a window takes a second to draw. */
const EVERY = 3;
/**
 * Containers with limits: cells, patterns of a quota, lines. Layers on a disk: areas with borders. With each, how
 * much is drawn at its fullest stop at least: where nothing is found, nothing differs.
 */
const LESSONS = {
  'fair-shares': { drawings: 50, borders: 0 },
  'images-are-layers': { drawings: 50, borders: 10 },
};
/** What rounding does to both edges of a shape and to lines of words, in px of the smaller window. */
const SLACK = 3;
/** What rounding does to zooms and to the lines that are drawn with them, as a part of them. */
const ROUNDING = 0.01;

// What is measured is where everything comes to rest.
test.use({ viewport: SIZE, contextOptions: { reducedMotion: 'reduce' } });

/** Where each shape, line and word of the pictures is, how thick its lines are, and how many px of the screen its px. */
async function drawnOn(page: Page) {
  await settle(page);
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.window svg :is(rect, path, line, circle, text), .stage :not(svg, svg *)',
      ),
    ].map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      const style = getComputedStyle(each);
      const isShape = each instanceof SVGGraphicsElement;
      const zoom = isShape ? (each.getScreenCTM()?.a ?? 0) : 0;
      const sides = [
        style.borderTopWidth,
        style.borderRightWidth,
        style.borderBottomWidth,
        style.borderLeftWidth,
      ];
      return {
        name: `${each.tagName}.${each.getAttribute('class') ?? ''}`,
        at: [x, y, width, height],
        scaled: isShape ? [zoom, Number.parseFloat(style.strokeWidth) * zoom] : [],
        borders: isShape ? [] : sides.map((side) => Number.parseFloat(side)),
      };
    }),
  );
}

type Drawn = Awaited<ReturnType<typeof drawnOn>>[number];

/** What of a shape or word is not as many times larger in the larger window. */
function differences(large: Drawn, small: Drawn): string[] {
  const off = (what: keyof Omit<Drawn, 'name'>, isOff: (large: number, small: number) => boolean) =>
    large[what].some((px, of) => isOff(px, small[what][of]!))
      ? [`${large.name} ${what}: ${large[what].join()} and ${small[what].join()}`]
      : [];
  return [
    ...off('at', (px, was) => Math.abs(px / TIMES - was) > SLACK),
    ...off('scaled', (px, was) => Math.abs(px / TIMES - was) > ROUNDING * was),
    // A border takes whole px of the screen, what is left over is cut off.
    ...off('borders', (px, was) => px < was * TIMES || px >= (was + 1) * TIMES),
  ];
}

/** What is drawn in the smaller window, and what of it is not the same picture in the larger one. */
async function compared(page: Page): Promise<{ drawn: readonly Drawn[]; differ: readonly string[] }> {
  // Each is drawn for a window of that size, not kept from before: the larger one comes first.
  await page.setViewportSize({ width: SIZE.width * TIMES, height: SIZE.height * TIMES });
  const large = await drawnOn(page);
  await page.setViewportSize(SIZE);
  const drawn = await drawnOn(page);
  if (large.length !== drawn.length)
    return { drawn, differ: [`${large.length} shapes, not ${drawn.length}`] };
  return { drawn, differ: large.flatMap((each, nth) => differences(each, drawn[nth]!)) };
}

for (const [slug, least] of Object.entries(LESSONS))
  test(`${slug} is the same picture with four times the pixels`, async ({ page }) => {
    await page.goto(`./projector.html#/${slug}`);
    const stop = page.locator('footer').getByText(/^slide \d+ of \d+$/);
    const last = Number(/of (\d+)/.exec(await stop.innerText())?.[1]);
    const most = { drawings: 0, borders: 0 };
    for (let at = 1; at <= last; at++) {
      await expect(stop).toHaveText(`slide ${at} of ${last}`);
      await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
      if (at % EVERY !== 1) {
        await page.keyboard.press('PageDown');
        continue;
      }
      // Some gauges come later than the rest: until both are whole they are not the same.
      await expect(async () => {
        const { drawn, differ } = await compared(page);
        expect(differ, `stop ${at}`).toEqual([]);
        most.drawings = Math.max(most.drawings, drawn.filter(({ scaled }) => scaled.length > 0).length);
        most.borders = Math.max(
          most.borders,
          drawn.filter(({ borders }) => borders.some((px) => px > 0)).length,
        );
      }).toPass();
      await page.keyboard.press('PageDown');
    }
    expect(most.drawings).toBeGreaterThanOrEqual(least.drawings);
    expect(most.borders).toBeGreaterThanOrEqual(least.borders);
  });
