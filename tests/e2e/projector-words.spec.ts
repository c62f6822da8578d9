// What a class can read: sizes of words, faults of text and barriers, at every size of a projector and in each theme.
import { barriers, barriersEverywhere } from './barriers';
import { settle, textFaults } from './looks';
import { expect, test } from './page';
import { openProjector as open, wordSizes } from './projectorPage';

/** The sizes of projectors, and the smallest word of each: 20 px at 1080 lines. */
const SIZES = [
  { width: 1024, height: 768, smallest: 14 },
  { width: 1280, height: 720, smallest: 14 },
  { width: 1920, height: 1080, smallest: 20 },
  { width: 3840, height: 2160, smallest: 40 },
];

for (const query of ['', '?step=2', '?moment=host-kernel-panics'])
  test(`every word can be read at every size of a projector ${query}`, async ({ page }) => {
    await open(page, query);
    for (const { width, height, smallest } of SIZES) {
      await page.setViewportSize({ width, height });
      await settle(page);
      expect((await wordSizes(page))[0], `${width}`).toBeGreaterThanOrEqual(smallest);
      expect(await textFaults(page), `${width}`).toEqual([]);
      const over = await page.evaluate(
        () => document.querySelector('.window')!.scrollHeight - window.innerHeight,
      );
      expect(over, `${width}`).toBeLessThanOrEqual(0);
    }
  });

for (const query of ['step=2', 'moment=host-kernel-panics', 'view=presenter&channel=abcdefgh12345678&step=3'])
  test(`axe finds nothing, in any theme: ${query}`, async ({ page }) => {
    await open(page, `?${query}`);
    expect(await barriersEverywhere(page)).toEqual([]);
    for (const theme of ['light', 'dark', 'contrast']) {
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      expect(await barriers(page, null, ['color-contrast-enhanced']), theme).toEqual([]);
    }
  });
