// A laptop that sleeps while a page is seen: the clock leaps, no frame comes for hours, and the world stands where it stood.
import type { Frame, Page } from '@playwright/test';
import { inside, openDeck } from './deckPage';
import { expect, test } from './page';

/** Each place with a run that plays, and where its clock is. */
const PLACES: Record<string, (page: Page) => Promise<Page | Frame>> = {
  'the course': async (page) => {
    await page.goto('./#/');
    return page;
  },
  'the projector': async (page) => {
    await page.goto('./projector.html#/one-kernel-falls?moment=guest-panics');
    return page;
  },
  'a frame': async (page) => {
    await openDeck(page, [{ src: 'embed.html?lesson=one-kernel-falls&moment=guest-panics' }]);
    return inside(page);
  },
};

for (const [name, open] of Object.entries(PLACES))
  test(`${name} does not run ahead`, async ({ page }) => {
    await page.clock.install();
    const place = await open(page);
    const clock = place.getByLabel('Time of the run');
    const seconds = async () => {
      const [minutes = '', rest = ''] = (await clock.innerText()).split(':');
      return Number(minutes) * 60 + Number(rest);
    };
    await place.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(place.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
    // From here on time passes only as this test says.
    await page.clock.pauseAt(Date.now() + 60_000);
    const before = await seconds();
    await page.clock.runFor(1000);
    await expect.poll(seconds).toBeGreaterThan(before);
    const asleep = await seconds();
    // Every timer that is due fires once, as when a lid is opened.
    await page.clock.fastForward('08:00:00');
    await page.clock.runFor(200);
    expect(await seconds()).toBeLessThan(asleep + 5);
    await expect(place.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  });
