// What shuts nobody out of a class: axe at every size and in each theme, with the contrast that a projector needs.
import { barriers, barriersEverywhere } from './barriers';
import { expect, test } from './page';
import { openProjector as open } from './projectorPage';

for (const query of ['step=2', 'moment=host-kernel-panics', 'view=presenter&channel=abcdefgh12345678&step=3'])
  test(`axe finds nothing, in any theme: ${query}`, async ({ page }) => {
    await open(page, `?${query}`);
    expect(await barriersEverywhere(page)).toEqual([]);
    for (const theme of ['light', 'dark', 'contrast']) {
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      expect(await barriers(page, null, ['color-contrast-enhanced']), theme).toEqual([]);
    }
  });
